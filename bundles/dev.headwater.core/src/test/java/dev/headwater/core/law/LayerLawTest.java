package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.engine.LayerBench;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Input;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LayerLawTest {
    @TestFactory
    Stream<DynamicTest> everyLayerObeysTheLaw() {
        return LayerCases.all().stream().map(one -> DynamicTest.dynamicTest(one.toString(),
                () -> Law.check(one, Yardsticks.ALL.get(one.layer().getClass()))));
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfParametersMayBeMultipliedWhenAllElseIsDone() {
        return LayerCases.all().stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
            try (LayerBench once = bench(one); LayerBench late = bench(one)) {
                double[] upstream = values(once.output().data().capacity(), 7);
                once.run(upstream);
                late.runLate(upstream);
                once.gradients().forEach((name, gradient) -> assertArrayEquals(LayerBench.read(gradient), LayerBench
                        .read(late.gradients().get(name)), name));
            }
        }));
    }

    private static double[] values(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    private static LayerBench bench(LayerCases.Case one) {
        LayerBench bench = new LayerBench(one.layer(), one.inputs(), one.rows(), false, one.steps());
        for (int i = 0; i < one.inputs().size(); i++) {
            int n = bench.input(i).data().capacity();
            double[] whole = AttentionLaws.wholeNumbers(one.layer(), n, new Random(i));
            LayerBench.write(bench.input(i), whole == null ? values(n, i) : whole);
        }
        int seed = 100;
        for (Tensor parameter : bench.parameters().values()) {
            LayerBench.write(parameter, values(parameter.data().capacity(), seed++));
        }
        return bench;
    }

    @Test
    void everyCataloguedLayerHasAYardstickAndACase() {
        var cases = LayerCases.all().stream().map(c -> c.layer().getClass()).collect(Collectors.toSet());
        for (Entry<Layer> entry : Layers.ALL.entries()) {
            if (entry.type() != Input.class) { // computes nothing
                assertTrue(Yardsticks.ALL.containsKey(entry.type()), entry.name() + " has no yardstick");
                assertTrue(cases.contains(entry.type()), entry.name() + " has no case");
            }
        }
        assertEquals(Layers.ALL.entries().size(), Yardsticks.ALL.size() + 1, "a yardstick without a layer");
    }

    @Test
    void aTanhThatTakesItsSlopeForTheSigmoidsBreaksTheLaw() {
        var wrong = new LayerCases.Case(new Activation(new WrongTanh()), 4, List.of(Shape.of(6)));
        AssertionError error = assertThrows(AssertionError.class,
                () -> Law.check(wrong, Yardsticks.ALL.get(Activation.class)));
        assertTrue(error.getMessage().contains("(b)"), error.getMessage());
    }

    /** tanh with a(1 − a) for a slope: the value is right, only the gradient is not. */
    record WrongTanh() implements dev.headwater.core.activation.Activation {
        @Override
        public double value(double z) {
            return Math.tanh(z);
        }

        @Override
        public double slope(double z) {
            return 1 - Math.tanh(z) * Math.tanh(z);
        }

        @Override
        public double steepest() {
            return 1;
        }

        @Override
        public void value(float[] z, float[] a, int n) {
            for (int i = 0; i < n; i++) {
                a[i] = (float) Math.tanh(z[i]);
            }
        }

        @Override
        public void valueAndSlope(float[] z, float[] a, float[] d, int n) {
            value(z, a, n);
            for (int i = 0; i < n; i++) {
                d[i] = a[i] * (1 - a[i]);
            }
        }
    }
}
