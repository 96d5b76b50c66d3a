package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void combinedMomentsEqualThoseOfAllValuesAtOnce() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double scale = Math.pow(10, random.nextInt(60) - 40);
            List<double[]> tensors = new ArrayList<>();
            for (int t = 0; t < 1 + random.nextInt(4); t++) {
                double shift = random.nextGaussian() * 3;
                tensors.add(random.doubles(1 + random.nextInt(50))
                        .map(x -> random.nextInt(4) == 0 ? 0 : scale * (shift + x - 0.5)).toArray());
            }
            Moments together = Moments.combine(tensors.stream().map(MomentsTest::direct).toList(),
                    tensors.stream().mapToLong(t -> t.length).toArray());
            Moments expected = direct(tensors.stream().flatMapToDouble(Arrays::stream).toArray());
            double tolerance = 1e-12 * expected.l2();
            assertEquals(expected.l2(), together.l2(), tolerance);
            assertEquals(expected.mean(), together.mean(), tolerance);
            assertEquals(expected.std(), together.std(), tolerance);
            assertEquals(expected.min(), together.min());
            assertEquals(expected.max(), together.max());
            assertEquals(expected.zeros(), together.zeros(), 1e-12);
        }
    }

    @Test
    void normIsZeroOnlyIfEveryValueIs() {
        Moments tiny = direct(new double[] {Float.MIN_VALUE});
        Moments none = direct(new double[] {0, 0});
        assertTrue(Moments.combine(List.of(none, tiny), new long[] {2, 1}).l2() > 0);
        assertEquals(0, Moments.combine(List.of(none, none), new long[] {2, 2}).l2());
        Moments huge = direct(new double[] {Float.MAX_VALUE});
        assertEquals(Math.sqrt(2) * Float.MAX_VALUE, Moments.combine(List.of(huge, huge), new long[] {1, 1}).l2(),
                1e25);
    }

    @Test
    void nonFiniteValuesShowInTheShareAndInTheNumbers() {
        Moments bad = new Moments(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0.5);
        Moments good = direct(new double[] {1, 2});
        Moments both = Moments.combine(List.of(good, bad), new long[] {2, 2});
        assertEquals(0.25, both.nonFinite());
        assertTrue(Double.isNaN(both.mean()) && Double.isNaN(both.l2()) && Double.isNaN(both.min()));
        assertEquals(Json.of("NaN"), both.toJson().build().get("mean"));
    }

    @Test
    void emptyTensorCountsForNothing() {
        Moments good = direct(new double[] {1, 2});
        Moments empty = new Moments(0, Double.NaN, Double.NaN, 0, 0, 0, 0);
        assertEquals(good, Moments.combine(List.of(empty, good), new long[] {0, 2}));
        assertThrows(IllegalArgumentException.class, () -> Moments.combine(List.of(empty), new long[] {0}));
        assertThrows(IllegalArgumentException.class, () -> Moments.combine(List.of(good), new long[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> Moments.combine(List.of(good), new long[] {-1}));
    }

    private static Moments direct(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        return new Moments(Math.sqrt(Arrays.stream(x).map(v -> v * v).sum()), mean, Math.sqrt(variance),
                Arrays.stream(x).min().orElseThrow(), Arrays.stream(x).max().orElseThrow(),
                Arrays.stream(x).filter(v -> v == 0).count() / (double) x.length, 0);
    }
}
