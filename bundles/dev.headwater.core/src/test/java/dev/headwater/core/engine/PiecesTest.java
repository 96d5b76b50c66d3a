package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.Form;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PiecesTest {
    @BeforeAll
    static void start() {
        Backend.start();
    }

    static Stream<Arguments> products() {
        int[][] sizes = {{1, 1, 1}, {7, 5, 3}, {33, 70, 129}, {64, 100, 300}, {40, 65, 1_030}, {200, 3, 700}, {0, 4, 5},
                {3, 4, 0}};
        return Stream.of(sizes).flatMap(size -> Stream.of(Form.values()).flatMap(form -> Stream.of(
                Pieces.of(form, size[0], size[1], size[2]), new Pieces(16, 64, 100), new Pieces(5, 3, 2),
                Pieces.whole(size[0], size[1], size[2])).map(pieces -> Arguments.of(form, size[0], size[1], size[2],
                        pieces))));
    }

    @ParameterizedTest
    @MethodSource("products")
    void whateverThePiecesTheProductIsTheSame(Form form, int m, int n, int k, Pieces pieces) {
        SplittableRandom random = new SplittableRandom(4);
        int aRows = form == Form.ATB ? k : m;
        int aColumns = form == Form.ATB ? m : k;
        int bRows = form == Form.ABT ? n : k;
        int bColumns = form == Form.ABT ? k : n;
        try (Arena arena = new Arena()) {
            Tensor a = filled(arena, aRows, aColumns + 2, random);
            Tensor b = filled(arena, bRows, bColumns + 1, random);
            Tensor c = filled(arena, m, n + 3, random);
            float[] before = values(c);
            new Sgemm(form, pieces, c, n + 3, a, aColumns + 2, b, bColumns + 1).run(m, n, k, 0.5f, 3, 2, 1);
            float[] made = values(c);
            float[] left = values(a);
            float[] right = values(b);
            for (int at = 0; at < made.length; at++) {
                int row = (at - 3) / (n + 3);
                int column = (at - 3) % (n + 3);
                double expected = before[at];
                if (at >= 3 && row < m && column < n) {
                    expected *= 0.5;
                    for (int t = 0; t < k; t++) {
                        expected += (double) left[2 + (form == Form.ATB ? t * (aColumns + 2) + row
                                : row * (aColumns + 2) + t)] * right[1 + (form == Form.ABT ? column * (bColumns + 1) + t
                                        : t * (bColumns + 1) + column)];
                    }
                }
                assertEquals(expected, made[at], 1e-4, form + " at " + row + ", " + column);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aPieceIsSmallEnoughForTheKernelThatReadsFactorsWhereTheyLie(Form form) {
        for (int m : new int[] {1, 8, 30, 64, 100, 2_048}) {
            for (int n : new int[] {1, 10, 64, 784, 4_096}) {
                for (int k : new int[] {256, 300, 1_000, 6_400}) {
                    Pieces pieces = Pieces.of(form, m, n, k);
                    String cut = form + " " + m + " x " + n + " x " + k + ": " + pieces;
                    assertTrue((long) pieces.rows() * pieces.columns() * pieces.terms() <= 1_000_000, cut);
                    assertTrue(form != Form.ABT || pieces.rows() * pieces.columns() <= 1_200, cut);
                    assertTrue(pieces.rows() <= m && pieces.columns() <= n && pieces.terms() <= k, cut);
                }
            }
        }
    }

    @Test
    void whatIsSmallOrFasterAtOnceIsNotCut() {
        assertEquals(new Pieces(32, 128, 128), Pieces.of(Form.AB, 32, 128, 128));
        assertEquals(new Pieces(128, 128, 32), Pieces.of(Form.ATB, 128, 128, 32));
        assertEquals(new Pieces(512, 128, 128), Pieces.of(Form.ABT, 512, 128, 128));
    }

    @Test
    void aLargeProductIsCutIntoEvenPieces() {
        assertEquals(new Pieces(16, 128, 256), Pieces.of(Form.AB, 256, 256, 256));
        assertEquals(new Pieces(48, 128, 128), Pieces.of(Form.AB, 2_048, 128, 128));
        assertEquals(new Pieces(128, 16, 128), Pieces.of(Form.ATB, 256, 256, 512));
        assertEquals(new Pieces(128, 16, 64), Pieces.of(Form.ATB, 512, 128, 6_400));
        assertEquals(new Pieces(48, 32, 512), Pieces.of(Form.ATB, 256, 1_024, 512));
        assertEquals(new Pieces(32, 32, 784), Pieces.of(Form.ABT, 512, 128, 784));
        assertEquals(new Pieces(32, 32, 512), Pieces.of(Form.ABT, 512, 128, 1_000));
    }

    private static Tensor filled(Arena arena, int rows, int columns, SplittableRandom random) {
        int room = rows * columns + 3;
        Tensor tensor = Tensor.of("t", arena.allocate(room), Shape.of(room));
        for (int i = 0; i < room; i++) {
            tensor.data().put(i, (float) random.nextDouble(-1, 1));
        }
        return tensor;
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.data().capacity()];
        tensor.data().get(0, values);
        return values;
    }
}
