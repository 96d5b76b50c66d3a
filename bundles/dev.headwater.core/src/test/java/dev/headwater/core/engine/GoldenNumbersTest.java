package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.network.Network;
import dev.headwater.core.telemetry.SeriesKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What theory and papers say of signals and gradients in deep networks at their start, measured on the engine. Where a
 * quantity is random, it is the mean over fixed seeds, and the tolerance says how far such means scatter: the logarithm
 * of a mean square has a variance of about 5 L / n after L layers of n rectifiers, 0.6 for 30 of 256.
 */
class GoldenNumbersTest {
    private static final int ROWS = 64;
    private static final int WIDE = 256;
    private static final int OUTPUTS = 8;
    private static final int SEEDS = 4;
    /** Targets so large that what enters the backward pass has nothing to do with the outputs. */
    private static final float FAR = 1e6f;

    /** What arrives at the last layer, and the share of the gradient's rms that is left at the first. */
    private record Signal(double mean, double variance, double square, double gradient) {
    }

    /** A chain of layers d1, d2, … after the input d0, judged by a random target through a linear layer. */
    private static String chain(int inputs, int depth, int units, String activation, String weight) {
        StringBuilder text = new StringBuilder("{'headwater': 1, 'nodes': [{'id': 'd0', 'layer': 'Input', 'shape': ["
                + inputs + "]}");
        for (int i = 1; i <= depth; i++) {
            text.append(", {'id': 'd").append(i).append("', 'layer': 'Dense', 'from': ['d").append(i - 1)
                    .append("'], 'units': ").append(units).append(", 'activation': '").append(activation)
                    .append("', 'weight': ").append(weight).append("}");
        }
        return text + ", {'id': 'out', 'layer': 'Dense', 'from': ['d" + depth + "'], 'units': " + OUTPUTS + "}],"
                + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}],"
                + "'recipe': {'optimizer': {'kind': 'sgd', 'learningRate': 1e-30}}}";
    }

    private static Signal signal(String activation, String weight, int depth, long seed) {
        Network network = Nets.network(chain(WIDE, depth, WIDE, activation, weight));
        try (Model model = new Model(Nets.graph(network), network.recipe().optimizer(), network.recipe().probe(), ROWS,
                1, 1)) {
            model.initialize(seed);
            float[] targets = Nets.normal(OUTPUTS * ROWS, seed + 50);
            for (int i = 0; i < targets.length; i++) {
                targets[i] *= FAR;
            }
            model.step(Nets.normal(WIDE * ROWS, seed), targets, ROWS);
            double[] h = LayerBench.read(model.parts()[0].output(depth));
            double sum = 0;
            double squares = 0;
            for (double x : h) {
                sum += x;
                squares += x * x;
            }
            double mean = sum / h.length;
            return new Signal(mean, squares / h.length - mean * mean, squares / h.length,
                    gradient(model, "d1") / gradient(model, "d" + depth));
        }
    }

    private static double gradient(Model model, String node) {
        return InstrumentTest.value(model, node, SeriesKind.OUTPUT_GRADIENT, null, "l2");
    }

    /** The mean over the seeds: of means and variances arithmetic, of what multiplies up with depth geometric. */
    private static Signal mean(String activation, String weight, int depth, int seeds) {
        double[] sums = new double[4];
        for (int seed = 1; seed <= seeds; seed++) {
            Signal s = signal(activation, weight, depth, seed);
            sums[0] += s.mean() / seeds;
            sums[1] += s.variance() / seeds;
            sums[2] += Math.log(s.square()) / seeds;
            sums[3] += Math.log(s.gradient()) / seeds;
        }
        return new Signal(sums[0], sums[1], Math.exp(sums[2]), Math.exp(sums[3]));
    }

    /**
     * Row 2: slopes of at most 1/4 leave about 5.6e-19 of the gradient after 30 sigmoid layers; ± 40 %. In the limit of
     * wide layers a pre-activation is normal with the variance q = E[σ(z)²], and each of the 29 layers between leaves
     * √E[σ'(z)²]: 7.1e-19; ± 10 %.
     */
    @Test
    void thirtySigmoidLayersLeaveNothingOfTheGradient() {
        double left = mean("sigmoid", "'xavier'", 30, 2).gradient();
        assertEquals(5.6e-19, left, 0.4 * 5.6e-19);
        double q = 0.25;
        for (int i = 0; i < 20; i++) {
            q = expectation(q, false);
        }
        assertEquals(1, left / Math.pow(expectation(q, true), 14.5), 0.1);
    }

    /** E[σ(z)²] or E[σ'(z)²] over a normal z of this variance. */
    private static double expectation(double variance, boolean slope) {
        double sum = 0;
        double weights = 0;
        for (double x = -8; x <= 8; x += 0.01) {
            double sigma = 1 / (1 + Math.exp(-Math.sqrt(variance) * x));
            double value = slope ? sigma * (1 - sigma) : sigma;
            sum += value * value * Math.exp(-x * x / 2);
            weights += Math.exp(-x * x / 2);
        }
        return sum / weights;
    }

    /**
     * Row 3, Glorot and Bengio 2010: the mean singular value of the layers' Jacobians on tanh is about 0.75 with their
     * start (0.72 to 0.77 in layers 3 to 5 of 1,000 units; ± 0.01), and 0.48 to 0.49 with weights in ±1/√n (± 0.01).
     */
    @ParameterizedTest
    @CsvSource({"'''xavier''', 0.72, 0.77", "'{''initializer'': ''lecun'', ''gain'': 0.5773502691896258}', 0.48, 0.49"})
    void xavierKeepsTheJacobiansOfTanhLayersLarge(String weight, double low, double high) {
        try (Model model = Nets.model(chain(1000, 5, 1000, "tanh", weight), 1, 1, 1)) {
            model.evaluation(1).add(Nets.normal(1000, 1), new float[OUTPUTS], 1);
            for (int layer = 3; layer <= 5; layer++) {
                double[] h = LayerBench.read(model.parts()[0].output(layer));
                double[] w = LayerBench.read(model.tensors().get("d" + layer + "/weight"));
                double[][] jacobian = new double[1000][1000];
                for (int i = 0; i < w.length; i++) {
                    jacobian[i / 1000][i % 1000] = (1 - h[i / 1000] * h[i / 1000]) * w[i];
                }
                double mean = SingularValues.mean(jacobian, 6, layer);
                assertEquals((low + high) / 2, mean, (high - low) / 2 + 0.01, "layer " + layer);
            }
        }
    }

    /** The quadrature itself: a matrix with singular values 0.001, 0.002, …, 1 has a mean of 0.5005. */
    @Test
    void theMeanSingularValueOfAKnownMatrixIsFound() {
        double[][] rotated = new double[1000][1000];
        double[] u = new Random(1).doubles(1000).map(x -> x - 0.5).toArray();
        double square = 0;
        for (double x : u) {
            square += x * x;
        }
        for (int r = 0; r < 1000; r++) {
            for (int c = 0; c < 1000; c++) { // a diagonal matrix times Householder's reflection
                rotated[r][c] = (r + 1) / 1000.0 * ((r == c ? 1 : 0) - 2 * u[r] * u[c] / square);
            }
        }
        assertEquals(0.5005, SingularValues.mean(rotated, 6, 3), 0.01);
    }

    /**
     * Row 4: Xavier's start is half of what rectifiers need. E[h²] after 30 layers is 8.1e-10 (2^−30 = 9.3e-10 in the
     * mean; ± 50 %), the gradient's rms 4.2e-5 (2^−14.5 over the 29 layers between; ± 15 %).
     */
    @Test
    void xavierHalvesEverySignalOfARectifier() {
        Signal all = mean("relu", "'xavier'", 30, SEEDS);
        assertEquals(8.1e-10, all.square(), 0.5 * 8.1e-10);
        assertEquals(4.2e-5, all.gradient(), 0.15 * 4.2e-5);
    }

    /** Row 5: He's start keeps it: 0.87 and 0.98 after 30 layers, 0.68 and 0.91 after 50; ± 40 % and ± 20 %. */
    @ParameterizedTest
    @CsvSource({"30, 0.87, 0.98", "50, 0.68, 0.91"})
    void heKeepsSignalAndGradientOfRectifiers(int depth, double square, double gradient) {
        Signal all = mean("relu", "'he'", depth, SEEDS);
        assertEquals(square, all.square(), 0.4 * square);
        assertEquals(gradient, all.gradient(), 0.2 * gradient);
    }

    /** Row 6, Klambauer 2017: mean 0.008 and variance 1.04 after 32 layers, variance 1.02 after 100; ± 0.03, ± 0.1. */
    @ParameterizedTest
    @CsvSource({"32, 1.04", "100, 1.02"})
    void seluKeepsMeanAndVariance(int depth, double variance) {
        Signal all = mean("selu", "{'initializer': 'lecun', 'distribution': 'normal'}", depth, depth > 50 ? 2 : 4);
        assertEquals(0.008, all.mean(), 0.03);
        assertEquals(variance, all.variance(), 0.1);
    }

    /** Row 7, Saxe 2014: 100 orthogonal linear layers are an orthogonal matrix; what float rounds is below 1e-5. */
    @Test
    void aHundredOrthogonalLinearLayersHaveOnlySingularValuesOfOne() {
        int n = 48;
        try (Model model = Nets.model(chain(n, 100, n, "linear", "'orthogonal'"), n, 1, 1)) {
            float[] identity = new float[n * n];
            for (int i = 0; i < n; i++) {
                identity[i * n + i] = 1;
            }
            model.step(identity, Nets.normal(OUTPUTS * n, 2), n);
            double[] product = LayerBench.read(model.parts()[0].output(100));
            for (int a = 0; a < n; a++) {
                for (int b = 0; b <= a; b++) {
                    double dot = 0;
                    for (int i = 0; i < n; i++) {
                        dot += product[a * n + i] * product[b * n + i];
                    }
                    assertEquals(a == b ? 1 : 0, dot, 1e-5, "row " + a + " times row " + b);
                }
            }
            assertEquals(1, gradient(model, "d1") / gradient(model, "d100"), 1e-5);
        }
    }
}
