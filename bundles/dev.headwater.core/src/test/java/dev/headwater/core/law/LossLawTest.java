package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.loss.BinaryCrossEntropy;
import dev.headwater.core.loss.CategoricalCrossEntropy;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law for losses: value and gradient against the formula in double and its central differences. */
class LossLawTest {
    private static final int ROWS = 5;

    /** A loss of one example, from the paper: outputs (or logits) and the target's columns. */
    private interface Formula {
        double of(double[] output, double[] target);
    }

    private record Case(Loss loss, boolean fromLogits, Shape shape, Formula perElementMean) {
    }

    private static final List<Case> CASES = List.of(
            new Case(new MeanSquaredError(), false, Shape.of(3), LossLawTest::squares),
            new Case(new MeanSquaredError(), false, Shape.of(2, 3), LossLawTest::squares),
            new Case(new BinaryCrossEntropy(), true, Shape.of(1), (z, t) -> binary(sigmoid(z), t)),
            new Case(new BinaryCrossEntropy(), true, Shape.of(4), (z, t) -> binary(sigmoid(z), t)),
            new Case(new BinaryCrossEntropy(), false, Shape.of(2), LossLawTest::binary),
            new Case(new CategoricalCrossEntropy(), true, Shape.of(4), (x, t) -> categorical(softmax(x), t)),
            new Case(new CategoricalCrossEntropy(), false, Shape.of(4), LossLawTest::categorical));

    @TestFactory
    Stream<DynamicTest> everyLossObeysTheLaw() {
        return CASES.stream().map(c -> DynamicTest.dynamicTest(
                c.loss() + (c.fromLogits() ? " from logits " : " ") + c.shape(), () -> check(c)));
    }

    @Test
    void everyCataloguedLossHasACase() {
        var tried = CASES.stream().map(c -> c.loss().getClass()).collect(Collectors.toSet());
        Losses.ALL.entries().forEach(e -> assertTrue(tried.contains(e.type()), e.name()));
        assertEquals(Losses.ALL.entries().size(), tried.size());
    }

    private static void check(Case c) {
        Random random = new Random(11);
        Shape targetShape = c.loss().targetShape(c.shape());
        int size = c.shape().size();
        boolean categorical = targetShape.columns() != c.shape().columns();
        double[] outputs = new double[ROWS * size];
        for (int i = 0; i < outputs.length; i++) {
            boolean probability = !c.fromLogits() && !(c.loss() instanceof MeanSquaredError);
            outputs[i] = (float) (probability ? 0.3 + 0.4 * random.nextDouble() : 3 * random.nextGaussian());
        }
        double[] targets = new double[ROWS * targetShape.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = categorical ? random.nextInt(c.shape().columns())
                    : c.loss() instanceof BinaryCrossEntropy ? (float) (i % 3 == 2 ? 0.25 : i % 2) : random.nextFloat();
        }
        Tensor output = tensor(outputs, c.shape());
        Tensor gradient = tensor(new double[outputs.length], c.shape());
        double value = c.loss().bind(c.fromLogits(), output, tensor(targets, targetShape), gradient).run(new OnePass());
        assertEquals(mean(c, outputs, targets), value, 1e-6);
        double[] expected = CentralDifference.gradient(outputs, x -> mean(c, x, targets));
        assertNotNull(expected, "the loss is smooth here");
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], gradient.data().get(i), 1e-5 * largest, "gradient[" + i + "]");
        }
    }

    @Test
    void gradientsFromLogitsKeepTheirRelativeAccuracyHoweverConfident() {
        Tensor gradient = tensor(new double[] {0, 0}, Shape.of(1));
        Tensor z = tensor(new double[] {40, -60}, Shape.of(1));
        new BinaryCrossEntropy().bind(true, z, tensor(new double[] {1, 0}, Shape.of(1)), gradient).run(new TwoRows());
        assertEquals(1, gradient.data().get(0) / (-Math.exp(-40) / 2), 1e-6);
        assertEquals(1, gradient.data().get(1) / (Math.exp(-60) / 2), 1e-6);
        Tensor two = tensor(new double[] {50, 0, 0, 30}, Shape.of(2));
        Tensor d = tensor(new double[4], Shape.of(2));
        new CategoricalCrossEntropy().bind(true, two, tensor(new double[] {0, 1}, Shape.of(1)), d).run(new TwoRows());
        assertEquals(1, d.data().get(0) / (-Math.exp(-50) / 2), 1e-6);
        assertEquals(1, d.data().get(3) / (-Math.exp(-30) / 2), 1e-6);
    }

    private static double mean(Case c, double[] outputs, double[] targets) {
        int size = c.shape().size();
        int wide = targets.length / ROWS;
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            sum += c.perElementMean().of(java.util.Arrays.copyOfRange(outputs, r * size, (r + 1) * size),
                    java.util.Arrays.copyOfRange(targets, r * wide, (r + 1) * wide));
        }
        return sum / ROWS;
    }

    private static double squares(double[] y, double[] t) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - t[i]) * (y[i] - t[i]);
        }
        return sum / y.length;
    }

    private static double[] sigmoid(double[] z) {
        return java.util.Arrays.stream(z).map(v -> 1 / (1 + Math.exp(-v))).toArray();
    }

    private static double binary(double[] p, double[] t) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum -= t[i] * Math.log(p[i]) + (1 - t[i]) * Math.log(1 - p[i]);
        }
        return sum / p.length;
    }

    private static double[] softmax(double[] x) {
        double sum = java.util.Arrays.stream(x).map(Math::exp).sum();
        return java.util.Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray();
    }

    private static double categorical(double[] p, double[] t) {
        return -Math.log(p[(int) t[0]]);
    }

    private static Tensor tensor(double[] values, Shape shape) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.batch("t", FloatBuffer.wrap(floats), shape, values.length / shape.size());
    }

    private static class OnePass implements Pass {
        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public int batchRows() {
            return rows();
        }

        @Override
        public int firstRow() {
            return 0;
        }

        @Override
        public int[] lengths() {
            return null;
        }

        @Override
        public boolean training() {
            return true;
        }

        @Override
        public long step() {
            return 0;
        }
    }

    private static final class TwoRows extends OnePass {
        @Override
        public int rows() {
            return 2;
        }
    }
}
