package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.loss.BinaryCrossEntropy;
import dev.headwater.core.loss.CategoricalCrossEntropy;
import dev.headwater.core.loss.Hinge;
import dev.headwater.core.loss.Huber;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.LossKernel;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.loss.MeanAbsoluteError;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.loss.MultiClassHinge;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
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
    private static final int DRAWS = 40;
    /** With steps of no example, of some and of all; the last is longer than any sequence. */
    private static final int[] LENGTHS = {2, 0, 3, 1, 9};

    @TestFactory
    Stream<DynamicTest> everyLossObeysTheLaw() {
        return LossFormulas.CASES.stream().flatMap(c -> Stream.of(Shape.of(c.columns()), Shape.of(3, c.columns()),
                Shape.of(3, 2, c.columns())).flatMap(shape -> Stream.of(null, LENGTHS).map(lengths -> DynamicTest
                        .dynamicTest(c + " " + shape + (lengths == null ? "" : " masked"),
                                () -> check(c, shape, lengths)))));
    }

    @Test
    void everyCataloguedLossHasACase() {
        var tried = LossFormulas.CASES.stream().map(c -> c.loss().getClass()).collect(Collectors.toSet());
        Losses.ALL.entries().forEach(e -> assertTrue(tried.contains(e.type()), e.name()));
        assertEquals(Losses.ALL.entries().size(), tried.size());
    }

    private static void check(LossFormulas.Case c, Shape shape, int[] lengths) {
        for (int seed = 1; seed <= DRAWS; seed++) {
            if (holdsUnlessOnKink(c, shape, lengths, new Random(seed))) {
                return;
            }
        }
        fail("every draw sat on a kink");
    }

    private static boolean holdsUnlessOnKink(LossFormulas.Case c, Shape shape, int[] lengths, Random random) {
        Shape targetShape = c.loss().targetShape(shape);
        assertEquals(c.categorical() ? shape.withColumns(1) : shape, targetShape);
        double[] outputs = random.doubles(ROWS * shape.size())
                .map(u -> (float) (c.probabilities() ? 0.3 + 0.4 * u : 6 * u - 3)).toArray();
        double[] targets = new double[ROWS * targetShape.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = c.target().draw(i, random);
        }
        double[] expected = CentralDifference.gradient(outputs, x -> mean(c, shape, lengths, x, targets));
        if (expected == null) {
            return false;
        }
        for (int cut : new int[] {ROWS, 3}) {
            double[] actual = new double[outputs.length];
            double value = inParts(c, shape, lengths, outputs, targets, cut, actual);
            double mean = mean(c, shape, lengths, outputs, targets);
            assertEquals(mean, value, 1e-6 * Math.max(1, mean));
            double largest = 0;
            for (double e : expected) {
                largest = Math.max(largest, Math.abs(e));
            }
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[i], 1e-5 * largest, "gradient[" + i + "]");
            }
        }
        return true;
    }

    /** The loss of a batch that is run in parts of {@code cut} examples; padding is filled with what would show. */
    private static double inParts(LossFormulas.Case c, Shape shape, int[] lengths, double[] outputs, double[] targets,
            int cut, double[] gradient) {
        Shape targetShape = c.loss().targetShape(shape);
        double sum = 0;
        for (int from = 0; from < ROWS; from += cut) {
            int rows = Math.min(cut, ROWS - from);
            double[] seen = java.util.Arrays.copyOfRange(outputs, from * shape.size(), (from + rows) * shape.size());
            double[] wanted = java.util.Arrays.copyOfRange(targets, from * targetShape.size(),
                    (from + rows) * targetShape.size());
            for (int i = 0; i < seen.length; i++) {
                if (padding(shape, lengths, from + i / shape.size(), i % shape.size())) {
                    seen[i] = Double.NaN;
                }
            }
            Tensor d = OnePass.tensor(new double[seen.length], shape);
            java.util.stream.IntStream.range(0, seen.length).forEach(i -> d.data().put(i, 77f));
            LossKernel kernel = c.loss().bind(c.fromLogits(), OnePass.tensor(seen, shape),
                    OnePass.tensor(wanted, targetShape), d);
            float[] all = new float[targets.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = (float) targets[i];
            }
            sum += kernel.run(new OnePass(from, rows, ROWS, lengths), kernel.divisor(all, lengths, ROWS));
            for (int i = 0; i < seen.length; i++) {
                gradient[from * shape.size() + i] = d.data().get(i);
            }
        }
        return sum;
    }

    private static boolean padding(Shape shape, int[] lengths, int example, int element) {
        return lengths != null && shape.rank() > 1
                && element / (shape.size() / shape.extent(0)) >= lengths[example];
    }

    private static double mean(LossFormulas.Case c, Shape shape, int[] lengths, double[] outputs, double[] targets) {
        int columns = shape.columns();
        int wide = targets.length * columns / outputs.length;
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < outputs.length / columns; row++) {
            int example = row * columns / shape.size();
            if (!padding(shape, lengths, example, row * columns % shape.size())) {
                double[] t = java.util.Arrays.copyOfRange(targets, row * wide, (row + 1) * wide);
                sum += c.formula().of(java.util.Arrays.copyOfRange(outputs, row * columns, (row + 1) * columns), t);
                weight += c.weight().of(t);
            }
        }
        return sum / weight;
    }

    @Test
    void gradientsFromLogitsKeepTheirRelativeAccuracyHoweverConfident() {
        OnePass pass = new OnePass(0, 2, 2, null);
        Tensor gradient = OnePass.tensor(new double[] {0, 0}, Shape.of(1));
        Tensor z = OnePass.tensor(new double[] {40, -60}, Shape.of(1));
        new BinaryCrossEntropy().bind(true, z, OnePass.tensor(new double[] {1, 0}, Shape.of(1)), gradient).run(pass, 2);
        assertEquals(1, gradient.data().get(0) / (-Math.exp(-40) / 2), 1e-6);
        assertEquals(1, gradient.data().get(1) / (Math.exp(-60) / 2), 1e-6);
        Tensor two = OnePass.tensor(new double[] {50, 0, 0, 30}, Shape.of(2));
        Tensor d = OnePass.tensor(new double[4], Shape.of(2));
        new CategoricalCrossEntropy().bind(true, two, OnePass.tensor(new double[] {0, 1}, Shape.of(1)), d).run(pass, 2);
        assertEquals(1, d.data().get(0) / (-Math.exp(-50) / 2), 1e-6);
        assertEquals(1, d.data().get(3) / (-Math.exp(-30) / 2), 1e-6);
    }

    @Test
    void slopesAtKinksAreZero() {
        Tensor y = OnePass.tensor(new double[] {1, -1}, Shape.of(1));
        Tensor t = OnePass.tensor(new double[] {1, 0}, Shape.of(1));
        Tensor d = OnePass.tensor(new double[] {5, 5}, Shape.of(1));
        assertEquals(0, new Hinge(1, false).bind(false, y, t, d).run(new OnePass(0, 2, 2, null), 2));
        assertEquals(0, d.data().get(0) + d.data().get(1));
        new MeanAbsoluteError().bind(false, y, y, d).run(new OnePass(0, 2, 2, null), 2);
        assertEquals(0, d.data().get(0) + d.data().get(1));
    }

    @Test
    void aBatchOfNothingButPaddingCostsNothing() {
        Tensor y = OnePass.tensor(new double[] {1, Double.NaN}, Shape.of(2, 1));
        Tensor d = OnePass.tensor(new double[] {5, 5}, Shape.of(2, 1));
        LossKernel kernel = new MeanSquaredError().bind(false, y, y, d);
        int[] none = {0};
        assertEquals(0, kernel.run(new OnePass(0, 1, 1, none), kernel.divisor(new float[2], none, 1)));
        assertEquals(0, d.data().get(0));
        assertEquals(0, d.data().get(1));
    }

    @Test
    void listsOfWeightsMustFitTheUnits() {
        assertMessage("2 classWeights, but the output [3] has 3 units",
                new CategoricalCrossEntropy(0, Weights.of(1, 2)), Shape.of(3));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new CategoricalCrossEntropy(0, Weights.of(0, 0)))
                .getMessage().contains("at least one class"));
        assertMessage("2 positiveWeights, but the output [3] has 3 units",
                new BinaryCrossEntropy(0, Weights.of(1, 2)), Shape.of(3));
        assertMessage("needs at least two units, the output is [1]", new MultiClassHinge(1, false), Shape.of(1));
        assertEquals(Shape.of(3), new BinaryCrossEntropy(0, Weights.of(2)).targetShape(Shape.of(3)));
        assertEquals(Shape.of(7, 1), new CategoricalCrossEntropy(0, Weights.of(1, 2)).targetShape(Shape.of(7, 2)));
    }

    private static void assertMessage(String part, Loss loss, Shape output) {
        String message = assertThrows(ShapeMismatch.class, () -> loss.targetShape(output)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aHingeBehindAnActivationIsWarnedOf() {
        Dense plain = new Dense(2, new Linear(), new Zeros(), new Zeros(), true);
        Dense bent = new Dense(2, new Sigmoid(), new Zeros(), new Zeros(), true);
        for (Loss hinge : List.of(new Hinge(1, false), new MultiClassHinge(1, true))) {
            assertNull(hinge.warning(plain));
            assertTrue(hinge.warning(bent).contains("\"activation\": \"linear\""));
            assertTrue(hinge.warning(new Activation(new Sigmoid())).contains("plain scores"));
            assertTrue(hinge.warning(new Softmax()).contains("remove the Softmax"));
        }
    }

    @Test
    void huberNearAndFarIsHalfTheSquareAndTheAbsoluteError() {
        Tensor y = OnePass.tensor(new double[] {0.5, -40}, Shape.of(1));
        Tensor zero = OnePass.tensor(new double[] {0, 0}, Shape.of(1));
        Tensor d = OnePass.tensor(new double[2], Shape.of(1));
        double loss = new Huber(2).bind(false, y, zero, d).run(new OnePass(0, 2, 2, null), 2);
        assertEquals((0.125 + 2 * 39) / 2, loss, 1e-12);
        assertEquals(0.25f, d.data().get(0));
        assertEquals(-1f, d.data().get(1));
    }
}
