package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Activations;
import dev.headwater.core.activation.Celu;
import dev.headwater.core.activation.Elu;
import dev.headwater.core.activation.Exp;
import dev.headwater.core.activation.Gelu;
import dev.headwater.core.activation.HardSigmoid;
import dev.headwater.core.activation.HardTanh;
import dev.headwater.core.activation.LeakyRelu;
import dev.headwater.core.activation.Mish;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Relu6;
import dev.headwater.core.activation.Selu;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Silu;
import dev.headwater.core.activation.Softplus;
import dev.headwater.core.activation.Softsign;
import dev.headwater.core.activation.Tanh;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ActivationLawTest {
    @TestFactory
    Stream<DynamicTest> everyActivationObeysTheLaw() {
        return LayerCases.ACTIVATIONS.stream().map(f -> DynamicTest.dynamicTest(f.toString(), () -> {
            ActivationLaw.checkScalars(f);
            ActivationLaw.check(f);
        }));
    }

    @Test
    void everyCataloguedActivationIsUnderTheLaw() {
        var tried = LayerCases.ACTIVATIONS.stream().map(Object::getClass).collect(Collectors.toSet());
        Activations.ALL.entries().forEach(e -> assertTrue(tried.contains(e.type()), e.name() + " is not tried"));
        assertEquals(Activations.ALL.entries().size(), tried.size());
    }

    @Test
    void aRationalTanhThatClampsAtSevenPointNineBreaksTheLaw() {
        AssertionError error = assertThrows(AssertionError.class, () -> ActivationLaw.check(new ClampedTanh()));
        assertTrue(error.getMessage().contains("slope is 0 but the value"), error.getMessage());
    }

    @Test
    void slopesOfSaturatedUnitsKeepTheirRelativeAccuracy() {
        for (Activation f : new Activation[] {new Sigmoid(), new Tanh(), new Selu(), new Softsign(), new Softplus(1),
                new Softplus(2), new Elu(0.7), new Celu(2), new Silu(), new Mish(), new Exp()}) {
            float[] z = {-40, -30, -17, -9, 9, 17, 30, 40};
            float[] a = new float[z.length];
            float[] d = new float[z.length];
            f.valueAndSlope(z, a, d, z.length);
            for (int i = 0; i < z.length; i++) {
                assertEquals(1, d[i] / f.slope(z[i]), 2e-4, f + " at " + z[i]);
            }
        }
    }

    @Test
    void theTailOfASigmoidTellsItsValueAndItsSlope() {
        Sigmoid f = new Sigmoid();
        float[] z = {-80, -40, -17, -9, -1, -1e-30f, -0f, 0, 1e-30f, 1, 9, 17, 40, 80, Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY, Float.NaN};
        float[] tail = z.clone();
        Sigmoid.tail(tail, new float[z.length], z.length);
        for (int i = 0; i < 14; i++) {
            assertEquals(1, Sigmoid.ofTail(tail[i]) / f.value(z[i]), 2e-4, "value at " + z[i]);
            assertEquals(1, Sigmoid.slopeOfTail(tail[i]) / f.slope(z[i]), 2e-4, "slope at " + z[i]);
        }
        assertEquals(0.5f, Sigmoid.ofTail(tail[7]));
        assertEquals(0, Sigmoid.ofTail(tail[14]), 1e-30f);
        assertEquals(1, Sigmoid.ofTail(tail[15]));
        assertTrue(Float.isNaN(Sigmoid.ofTail(tail[16])) && Float.isNaN(Sigmoid.slopeOfTail(tail[16])));
    }

    @Test
    void nanAndInfinityPassThrough() {
        for (Activation f : LayerCases.ACTIVATIONS) {
            float ulp = Math.ulp((float) f.value(0)); // a value that is not 0 there may round either way
            float[] z = {Float.NaN, Float.POSITIVE_INFINITY, 0};
            float[] a = new float[3];
            float[] d = new float[3];
            f.valueAndSlope(z, a, d, 3);
            assertTrue(Float.isNaN(a[0]), f + " hides a NaN");
            assertEquals((float) f.value(1e38), a[1] > 1e30f ? (float) f.value(1e38) : a[1], 1e-6f, f + " at infinity");
            assertEquals((float) f.value(0), a[2], f.value(0) == 0 ? 0f : ulp, f + " at 0");
        }
    }

    @Test
    void slopeMayOverwriteThePreActivation() {
        for (Activation f : LayerCases.ACTIVATIONS) {
            float[] z = {-3, -0.5f, 0, 0.5f, 3};
            float[] inPlace = z.clone();
            float[] a = new float[5];
            float[] d = new float[5];
            float[] again = new float[5];
            f.valueAndSlope(z, a, d, 5);
            f.valueAndSlope(inPlace, again, inPlace, 5);
            org.junit.jupiter.api.Assertions.assertArrayEquals(d, inPlace, f + " slope");
            org.junit.jupiter.api.Assertions.assertArrayEquals(a, again, f + " value");
        }
    }

    @Test
    void geluKeepsTheRelativeAccuracyOfItsTail() {
        for (Gelu.Form form : Gelu.Form.values()) {
            Gelu f = new Gelu(form);
            float[] z = {-12, -10, -8, -6, -4, -3};
            float[] a = new float[z.length];
            float[] d = new float[z.length];
            f.valueAndSlope(z, a, d, z.length);
            for (int i = form == Gelu.Form.ERF ? 0 : 3; i < z.length; i++) {
                assertEquals(1, d[i] / f.slope(z[i]), 5e-5, f + " slope at " + z[i]);
                assertEquals(1, a[i] / f.value(z[i]), 5e-5, f + " value at " + z[i]);
            }
        }
    }

    @Test
    void slopesAtKinksArePyTorchs() {
        assertSlope(0, new Relu(), 0);
        assertSlope(0.3f, new LeakyRelu(0.3), 0);
        assertSlope(1, new Elu(1), 0);
        assertSlope(0.5f, new Elu(0.5), 0);
        assertSlope(1, new Celu(0.5), 0);
        assertSlope(1.7580993f, new Selu(), 0);
        assertSlope(0, new HardTanh(), -1, 1);
        assertSlope(0, new Relu6(), 0, 6);
        assertSlope(0, new HardSigmoid(), -3, 3);
    }

    private static void assertSlope(float expected, Activation f, float... kinks) {
        float[] d = new float[kinks.length];
        f.valueAndSlope(kinks, new float[kinks.length], d, kinks.length);
        for (int i = 0; i < kinks.length; i++) {
            assertEquals(expected, d[i], 2e-7f, f + " at its kink " + kinks[i]);
            assertEquals(expected, f.slope(kinks[i]), 2e-7, f + " at its kink " + kinks[i]);
        }
    }

    @Test
    void boundedActivationsReachTheirLimitsFarOut() {
        for (Activation f : LayerCases.ACTIVATIONS) {
            float[] z = {-Float.MAX_VALUE, Float.MAX_VALUE};
            float[] a = new float[2];
            f.value(z, a, 2);
            for (int i = 0; i < 2; i++) {
                double limit = f.value(i == 0 ? -1e30 : 1e30);
                if (Math.abs(limit) < 1e10) {
                    assertEquals((float) limit, a[i], 1e-6f, f + " at " + z[i]);
                } else {
                    assertTrue(Math.abs(a[i]) > 1e10, f + " at " + z[i]);
                }
            }
        }
    }

    @Test
    void tilesAllocateNothing() {
        var bean = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        float[] z = new float[64];
        float[] a = new float[64];
        float[] d = new float[64];
        for (Activation f : LayerCases.ACTIVATIONS) {
            f.valueAndSlope(z, a, z, 64);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 100; i++) {
                    f.valueAndSlope(z, a, d, 64);
                    f.valueAndSlope(z, a, z, 64);
                }
                least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
            }
            assertTrue(least < 100, f + " allocates " + least + " bytes in 100 tiles");
        }
    }

    /** A common fast tanh: accurate to 4e-7 in value, but its slope, taken from the value, dies at the clamp. */
    record ClampedTanh() implements Activation {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }

        @Override
        public double slope(double z) {
            double t = Math.tanh(z);
            return 1 - t * t;
        }

        @Override
        public double steepest() {
            return 1;
        }

        @Override
        public void value(float[] z, float[] a, int n) {
            for (int i = 0; i < n; i++) {
                a[i] = (float) Math.tanh(Math.clamp(z[i], -7.9f, 7.9f));
            }
        }

        @Override
        public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
            value(z, a, n);
            for (int i = 0; i < n; i++) {
                d[i] = Math.abs(z[i]) > 7.9f ? 0 : 1 - a[i] * a[i];
            }
        }
    }
}
