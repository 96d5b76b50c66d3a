package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Activations;
import dev.headwater.core.activation.Selu;
import dev.headwater.core.activation.Sigmoid;
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
        for (Activation f : new Activation[] {new Sigmoid(), new Tanh(), new Selu()}) {
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
    void nanAndInfinityPassThrough() {
        for (Activation f : LayerCases.ACTIVATIONS) {
            float[] z = {Float.NaN, Float.POSITIVE_INFINITY, 0};
            float[] a = new float[3];
            float[] d = new float[3];
            f.valueAndSlope(z, a, d, 3);
            assertTrue(Float.isNaN(a[0]), f + " hides a NaN");
            assertEquals((float) f.value(1e38), a[1] > 1e30f ? (float) f.value(1e38) : a[1], 1e-6f, f + " at infinity");
            assertEquals((float) f.value(0), a[2], 0f, f + " at 0");
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
