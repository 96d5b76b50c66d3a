package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.headwater.core.engine.LayerBench;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The law for layers, points (a), (b) and (d) and what of (e) concerns the kernel. */
final class Law {
    private static final double TOLERANCE = 1e-5;
    private static final int DRAWS = 40;

    private final LayerCases.Case one;
    private Yardstick yardstick;
    private final Random random;
    private final List<double[]> inputs = new ArrayList<>();
    private final Map<String, double[]> parameters = new LinkedHashMap<>();
    private double[] upstream;
    /** How far from 0 a gradient may lie that is 0 in exact arithmetic: see {@link AttentionLaws#vanishing}. */
    private double nearZero;

    private Law(LayerCases.Case one, Yardstick yardstick, long seed) {
        this.one = one;
        this.yardstick = yardstick;
        random = new Random(seed);
    }

    /** Fails unless the kernel obeys. */
    static void check(LayerCases.Case one, Yardstick yardstick) {
        for (int seed = 1; seed <= DRAWS; seed++) {
            if (new Law(one, yardstick, seed).holdsUnlessOnKink()) {
                return;
            }
        }
        fail(one + ": every one of " + DRAWS + " draws sat on a kink");
    }

    private boolean holdsUnlessOnKink() {
        try (LayerBench bench = new LayerBench(one.layer(), one.inputs(), one.rows(), false, one.steps())) {
            draw(bench);
            List<double[]> expected = expectedGradients();
            if (expected == null) {
                return false;
            }
            bench.run(upstream);
            assertClose("(a) output", LayerBench.read(bench.output()), forward());
            checkGradients("(b)", bench, expected, 1);
            for (int i = 0; i < inputs.size(); i++) {
                assertTrue(Arrays.equals(inputs.get(i), LayerBench.read(bench.input(i))), "(e) input " + i
                        + " changed");
            }
            double[] first = LayerBench.read(bench.output());
            for (double scale : new double[] {1e-12, 1e-24, 1e-30}) {
                double[] scaled = Arrays.stream(upstream).map(v -> v * scale).toArray();
                bench.run(scaled);
                checkGradients("(d) upstream " + scale, bench, expected, scale);
            }
            bench.run(upstream);
            assertTrue(Arrays.equals(first, LayerBench.read(bench.output())), "(e) same input, other output");
            return true;
        }
    }

    private void draw(LayerBench bench) {
        for (int i = 0; i < one.inputs().size(); i++) {
            int n = bench.input(i).data().capacity();
            double[] whole = AttentionLaws.wholeNumbers(one.layer(), n, random);
            inputs.add(whole == null ? values(n, 1) : whole);
            LayerBench.write(bench.input(i), inputs.get(i));
        }
        bench.parameters().forEach((name, tensor) -> {
            parameters.put(name, values(tensor.data().capacity(), 0.7));
            LayerBench.write(tensor, parameters.get(name));
        });
        upstream = values(bench.output().data().capacity(), 1);
        yardstick = yardstick.at(one, inputs, parameters);
        assertEquals(one.layer().outputShape(one.inputs()).size() * one.rows(), forward().length, "(e) outputShape");
    }

    /** Values that a float holds exactly, so that both sides start from the same numbers. */
    private double[] values(int n, double scale) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }

    private double[] forward() {
        return yardstick.forward(one, inputs, parameters);
    }

    /** d(Σ upstream · output) for every input, then every parameter. */
    private List<double[]> expectedGradients() {
        List<double[]> variables = new ArrayList<>(inputs);
        variables.addAll(parameters.values());
        List<double[]> gradients = new ArrayList<>();
        for (double[] variable : variables) {
            if (AttentionLaws.vanishing(one.layer()).stream().anyMatch(name -> variable == parameters.get(name))) {
                gradients.add(new double[variable.length]);
                continue;
            }
            double[] gradient = CentralDifference.gradient(variable, x -> {
                double[] y = forward();
                double sum = 0;
                for (int i = 0; i < y.length; i++) {
                    sum += upstream[i] * y[i];
                }
                return sum;
            });
            if (gradient == null) {
                return null;
            }
            gradients.add(gradient);
        }
        if (!AttentionLaws.vanishing(one.layer()).isEmpty()) {
            nearZero = 1e-6 * gradients.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        }
        return gradients;
    }

    private void checkGradients(String what, LayerBench bench, List<double[]> expected, double scale) {
        int at = 0;
        for (int i = 0; i < inputs.size(); i++) {
            assertClose(what + " input " + i, unscaled(bench.inputGradient(i), scale), expected.get(at++));
        }
        for (Map.Entry<String, Tensor> gradient : bench.gradients().entrySet()) {
            double[] wanted = expected.get(at++);
            boolean fixed = bench.fixed(gradient.getKey());
            assertClose(what + " " + gradient.getKey(), unscaled(gradient.getValue(), scale),
                    fixed ? new double[wanted.length] : wanted);
        }
    }

    private static double[] unscaled(Tensor tensor, double scale) {
        return Arrays.stream(LayerBench.read(tensor)).map(v -> v / scale).toArray();
    }

    private void assertClose(String what, double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= (largest == 0 ? nearZero : TOLERANCE * largest))) {
                fail(one + " " + what + "[" + i + "]: " + actual[i] + ", should be " + expected[i] + " (largest "
                        + largest + ")");
            }
        }
    }
}
