package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Lines;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What layers are built from, against the plain loops that they stand for. */
class VerbsTest {
    private final Arena arena;

    VerbsTest() {
        Backend.start();
        arena = new Arena();
    }

    @AfterEach
    void free() {
        arena.close();
    }

    private Tensor batch(Shape shape, int rows) {
        Tensor tensor = arena.batch("t", shape, rows);
        for (int i = 0; i < tensor.data().capacity(); i++) {
            tensor.data().put(i, (i * 7919 % 23 - 11) / 8f);
        }
        return tensor;
    }

    @Test
    void aStepOfASequenceIsMultipliedWhereItLies() {
        Tensor x = batch(Shape.of(3, 4), 5);
        Tensor w = Tensor.of("w", batch(Shape.of(2, 4), 1).data(), Shape.of(2, 4));
        Tensor y = batch(Shape.of(3, 2), 5);
        double[] before = LayerBench.read(y);
        new Gemm(y.piece("y1", 2, Shape.of(2)), x.piece("x1", 4, Shape.of(4)), w, Form.ABT, 1).run(4);
        for (int row = 0; row < 5; row++) {
            for (int t = 0; t < 3; t++) {
                for (int u = 0; u < 2; u++) {
                    double expected = before[row * 6 + t * 2 + u];
                    for (int i = 0; i < 4 && t == 1 && row < 4; i++) {
                        expected += x.data().get(row * 12 + 4 + i) * w.data().get(u * 4 + i);
                    }
                    assertEquals(expected, y.data().get(row * 6 + t * 2 + u), 1e-6, row + " " + t + " " + u);
                }
            }
        }
    }

    @Test
    void aSingleRowIsMultipliedAsManyAre() {
        for (Form form : new Form[] {Form.AB, Form.ABT}) {
            for (float keep : new float[] {0, 1}) {
                Tensor x = batch(Shape.of(4), 2);
                Tensor w = Tensor.of("w", batch(form == Form.AB ? Shape.of(4, 3) : Shape.of(3, 4), 1).data(),
                        form == Form.AB ? Shape.of(4, 3) : Shape.of(3, 4));
                Tensor one = batch(Shape.of(3), 2);
                Tensor two = batch(Shape.of(3), 2);
                new Gemm(one, x, w, form, keep).run(1);
                new Gemm(two, x, w, form, keep).run(2);
                for (int i = 0; i < 3; i++) {
                    assertEquals(two.data().get(i), one.data().get(i), 1e-6, form + " " + keep + " " + i);
                }
            }
        }
    }

    @Test
    void aPieceOfSeveralRowsIsNoMatrix() {
        Tensor x = batch(Shape.of(3, 4), 5).piece("x", 0, Shape.of(2, 4));
        Tensor w = batch(Shape.of(4, 4), 1);
        assertThrows(IllegalArgumentException.class, () -> new Gemm(batch(Shape.of(2, 4), 5), x, w, Form.AB, 0));
        assertThrows(IllegalArgumentException.class, () -> x.piece("y", 5, Shape.of(4)));
    }

    @Test
    void manyProductsAreTheProductsOfTheMatrices() {
        for (Form form : Form.values()) {
            Tensor a = batch(form == Form.ATB ? Shape.of(2, 4, 3) : Shape.of(2, 3, 4), 3);
            Tensor b = batch(form == Form.ABT ? Shape.of(2, 5, 4) : Shape.of(2, 4, 5), 3);
            Tensor c = batch(Shape.of(2, 3, 5), 3);
            new ManyGemms(c, a, b, form).run(3);
            for (int matrix = 0; matrix < 6; matrix++) {
                for (int i = 0; i < 15; i++) {
                    double expected = 0;
                    for (int k = 0; k < 4; k++) {
                        int row = i / 5;
                        int column = i % 5;
                        expected += a.data().get(matrix * 12 + (form == Form.ATB ? k * 3 + row : row * 4 + k))
                                * b.data().get(matrix * 20 + (form == Form.ABT ? column * 4 + k : k * 5 + column));
                    }
                    assertEquals(expected, c.data().get(matrix * 15 + i), 1e-6, form + " " + matrix + " " + i);
                }
            }
        }
    }

    @Test
    void linesOutsideAreZerosAndAreNotWritten() {
        int length = TilePool.TILE + 5; // more than a tile
        Tensor x = batch(Shape.of(3, length), 2);
        Tensor y = batch(Shape.of(2, length), 2);
        double[] before = LayerBench.read(y);
        TileLoop sum = (write, read, n) -> {
            for (int i = 0; i < n; i++) {
                write[0][i] = read[0][i] + 2 * read[1][i];
            }
        };
        new LineSweep(new TilePool(), sum, 2, length, new Lines[] {new Lines(y, 0, length, 1, 1, 2)}, new Lines[] {
                new Lines(x, 0, length, -1, 2, 3), new Lines(x, 0, length, 2, 2, 3)}).run(1);
        for (int i = 0; i < before.length; i++) {
            int at = i % length;
            double expected = i / length == 3 ? 2f * x.data().get(5 * length + at) : before[i];
            assertEquals(expected, y.data().get(i), 1e-6, "line " + i / length + " " + at);
        }
    }

    @Test
    void aLineMustBeWithinItsExample() {
        Tensor x = batch(Shape.of(3, 4), 2);
        TileLoop nothing = (write, read, n) -> {
        };
        assertThrows(IndexOutOfBoundsException.class, () -> new LineSweep(new TilePool(), nothing, 3, 4, new Lines[0],
                new Lines[] {new Lines(x, 1, 4, 0, 1, 3)}));
    }

    @Test
    void examplesAreSeenOneByOneAndSumsStartAtZero() {
        Tensor x = batch(Shape.of(2, 3), 4);
        Tensor y = batch(Shape.of(1), 4);
        Tensor sums = Tensor.of("sums", arena.allocate(6), Shape.of(6));
        sums.data().put(0, 99f);
        ExampleSweep sweep = new ExampleSweep((w, r, example) -> {
            w[0][0] = 100 * example;
            for (int i = 0; i < 6; i++) {
                w[0][0] += r[0][i];
                w[1][i] += r[0][i];
            }
        }, new Tensor[] {y, sums}, new Tensor[] {x});
        for (int twice = 0; twice < 2; twice++) {
            sweep.run(3);
            for (int i = 0; i < 6; i++) {
                assertEquals(x.data().get(i) + x.data().get(6 + i) + x.data().get(12 + i), sums.data().get(i), 1e-6);
            }
            double second = 100;
            for (int i = 0; i < 6; i++) {
                second += x.data().get(6 + i);
            }
            assertEquals(second, y.data().get(1), 1e-5);
        }
    }

    @Test
    void aSweepOverPiecesTouchesNothingElse() {
        Tensor x = batch(Shape.of(3, 4), 700);
        double[] expected = LayerBench.read(x);
        Tensor piece = x.piece("x", 4, Shape.of(4));
        new TileSweep(new TilePool(), (w, r, n) -> {
            for (int i = 0; i < n; i++) {
                w[0][i] = r[0][i] * 2;
            }
        }, null, false, new Tensor[] {piece}, new Tensor[] {piece}).run(650);
        for (int row = 0; row < 650; row++) {
            for (int i = 4; i < 8; i++) {
                expected[row * 12 + i] *= 2;
            }
        }
        assertArrayEquals(expected, LayerBench.read(x));
    }

    @Test
    void noiseDependsOnThePlaceInTheBatchAndNotOnTheParts() {
        NoiseSource whole = new NoiseSource("node", "mask");
        NoiseSource part = new NoiseSource("node", "mask");
        whole.seed(5);
        part.seed(5);
        StepPass first = new StepPass();
        StepPass second = new StepPass();
        first.set(0, 10, 10, null, true, 7);
        second.set(6, 4, 10, null, true, 7);
        whole.at(first);
        part.at(second);
        float[] one = new float[3];
        float[] other = new float[3];
        whole.uniform(8, one, 3);
        part.uniform(2, other, 3);
        assertArrayEquals(one, other);
        whole.normal(9, one, 3);
        part.normal(3, other, 3);
        assertArrayEquals(one, other);
    }

    @Test
    void noiseHasTheMomentsItPromises() {
        NoiseSource noise = new NoiseSource("node", "noise");
        noise.seed(1);
        int n = 200_000;
        float[] u = new float[n];
        float[] z = new float[n];
        noise.uniform(0, u, n);
        noise.normal(1, z, n);
        assertEquals(0.5, mean(u, 1), 4 * Math.sqrt(1 / 12.0 / n));
        assertEquals(0, mean(z, 1), 4 / Math.sqrt(n));
        assertEquals(1, mean(z, 2), 4 * Math.sqrt(2.0 / n));
        assertEquals(0, mean(z, 3), 4 * Math.sqrt(15.0 / n));
        assertEquals(3, mean(z, 4), 4 * Math.sqrt(96.0 / n));
        assertEquals(1.959963984540054, NoiseSource.quantile(0.975), 1e-8);
        assertEquals(-3.090232306167813, NoiseSource.quantile(0.001), 1e-8);
    }

    private static double mean(float[] x, int power) {
        double sum = 0;
        for (float v : x) {
            sum += Math.pow(v, power);
        }
        return sum / x.length;
    }
}
