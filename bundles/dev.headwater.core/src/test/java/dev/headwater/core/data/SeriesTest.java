package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.MackeyGlass.Method;
import dev.headwater.core.tensor.Shape;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private static final Origin ONE = new Origin(Path.of("."), 1);
    private static final OptionalInt RUN = OptionalInt.empty();
    private static final Cut SHORT = whole(300, 100, 0);

    private static Cut whole(int train, int validation, int test) {
        return new Cut(train, validation, test, 0, RUN, RUN, 1, Cut.Targets.EACH);
    }

    private static MackeyGlass mackeyGlass(int tau, int substeps, Method method) {
        return new MackeyGlass(tau, substeps, method, 1, 0, false, SHORT, RUN);
    }

    /** Heun's method with 1,000 steps in a unit of time, written straight from the equation. */
    private static double[] fine(int tau, double start, int count) {
        int steps = 1000;
        double[] x = new double[(count - 1) * steps + 1];
        x[0] = start;
        for (int i = 0; i + 1 < x.length; i++) {
            double then = i < tau * steps ? start : x[i - tau * steps];
            double thenNext = i + 1 < tau * steps ? start : x[i + 1 - tau * steps];
            double first = 0.2 * then / (1 + Math.pow(then, 10)) - 0.1 * x[i];
            double guess = x[i] + first / steps;
            double second = 0.2 * thenNext / (1 + Math.pow(thenNext, 10)) - 0.1 * guess;
            x[i + 1] = x[i] + (first + second) / 2 / steps;
        }
        double[] sampled = new double[count];
        for (int i = 0; i < count; i++) {
            sampled[i] = x[i * steps];
        }
        return sampled;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < b.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @Test
    void mackeyGlassSolvesItsEquation() {
        for (int tau : new int[] {17, 30}) {
            double[] fine = fine(tau, 1.2, 200);
            assertTrue(distance(mackeyGlass(tau, 10, Method.RK4).series(1.2, 200), fine) < 1e-5);
            double euler = distance(mackeyGlass(tau, 10, Method.EULER).series(1.2, 200), fine);
            assertTrue(euler > 1e-4 && euler < 0.1, "Euler's is another method: " + euler);
        }
    }

    @Test
    void rungeKuttaIsOfFourthOrder() {
        double[] exact = mackeyGlass(17, 64, Method.RK4).series(1.2, 100);
        double coarse = distance(mackeyGlass(17, 1, Method.RK4).series(1.2, 100), exact);
        double half = distance(mackeyGlass(17, 2, Method.RK4).series(1.2, 100), exact);
        assertTrue(coarse / half > 10, coarse + " and " + half);
    }

    @Test
    void mackeyGlassIsToldOneStepAhead() {
        MackeyGlass task = new MackeyGlass(17, 10, Method.RK4, 1, 1000, true, whole(3000, 1000, 500), RUN);
        Dataset data = task.load(ONE);
        assertEquals(Shape.of(3000, 1), data.inputShape());
        assertEquals(3, data.rows());
        assertEquals(Part.TEST, data.part(2));
        assertEquals(500, data.length(2));
        assertEquals(data.input(0, 1), data.target(0, 0));
        assertEquals(data.input(1, 0), data.target(0, 2999), "the last target is the first step of what follows");
        assertEquals(0f, data.input(2, 500), "padding");
        MackeyGlass plain = new MackeyGlass(17, 10, Method.RK4, 1, 1000, false, whole(3000, 1000, 500), RUN);
        Dataset raw = plain.load(ONE);
        double smallest = 9;
        double largest = 0;
        for (int t = 0; t < 3000; t++) {
            assertEquals(Math.tanh(raw.input(0, t) - 1.0), data.input(0, t), 1e-6);
            smallest = Math.min(smallest, raw.input(0, t));
            largest = Math.max(largest, raw.input(0, t));
        }
        assertTrue(smallest > 0.2 && smallest < 0.5 && largest > 1.25 && largest < 1.45, smallest + " " + largest);
    }

    @Test
    void samplingTakesEveryOther() {
        double[] each = new MackeyGlass(17, 10, Method.RK4, 1, 20, false, SHORT, RUN).series(1.2, 21);
        double[] sixth = new MackeyGlass(17, 10, Method.RK4, 6, 20, false, SHORT, RUN).series(1.2, 4);
        for (int i = 0; i < 4; i++) {
            assertEquals(each[6 * i], sixth[i]);
        }
    }

    @Test
    void narmaFollowsItsRecursion() throws DataException {
        Dataset data = new Narma10(whole(2000, 100, 0), RUN).load(ONE);
        double mean = 0;
        for (int t = 10; t < 2000; t++) {
            double sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += data.target(0, t - 1 - i);
            }
            double y = data.target(0, t - 1); // y(t), the answer to u(t - 1)
            double expected = 0.3 * y + 0.05 * y * sum + 1.5 * data.input(0, t - 9) * data.input(0, t) + 0.1;
            assertEquals(expected, data.target(0, t), 1e-6);
            assertTrue(data.input(0, t) >= 0 && data.input(0, t) <= 0.5);
            mean += data.input(0, t) / 1990;
        }
        assertEquals(0.25, mean, 0.02);
        Cut now = new Cut(2000, 100, 0, 0, RUN, RUN, 0, Cut.Targets.EACH);
        assertEquals(data.target(0, 4), new Narma10(now, RUN).load(ONE).target(0, 5));
    }

    @Test
    void sineIsASine() {
        Dataset data = new Sine(2, 20, 0, whole(100, 50, 0), RUN).load(ONE);
        for (int t = 1; t < 99; t++) { // x(t+1) + x(t-1) = 2 cos(ω) x(t)
            assertEquals(2 * Math.cos(Math.PI / 10) * data.input(0, t),
                    data.input(0, t + 1) + (double) data.input(0, t - 1), 1e-6);
        }
        assertEquals(4, data.input(0, 0) * (double) data.input(0, 0) + data.input(0, 5) * (double) data.input(0, 5),
                1e-5, "a quarter turn later");
        Dataset noisy = new Sine(0, 20, 0.5, whole(5000, 50, 0), RUN).load(ONE);
        double squares = 0;
        for (int t = 0; t < 5000; t++) {
            squares += noisy.input(0, t) * (double) noisy.input(0, t) / 5000;
        }
        assertEquals(0.5, Math.sqrt(squares), 0.02);
    }

    /** A series that is its own step number. */
    private static Dataset counted(Cut cut) {
        double[] series = new double[cut.steps() + cut.horizon()];
        for (int t = 0; t < series.length; t++) {
            series[t] = t;
        }
        return cut.of("numbers", series, series);
    }

    @Test
    void partsFollowEachOtherAndMayWarmUp() {
        Dataset data = counted(new Cut(10, 6, 4, 3, RUN, RUN, 2, Cut.Targets.EACH));
        assertEquals(3, data.rows());
        assertEquals(9, data.length(1));
        assertEquals(7f, data.input(1, 0));
        assertEquals(9f, data.target(1, 0));
        assertEquals(13f, data.input(2, 0));
        assertEquals(7, data.length(2));
        assertFalse(counted(whole(5, 5, 5)).hasLengths());
        assertEquals(Part.VALIDATION, data.part(1));
    }

    @Test
    void windowsStayWithinTheirPart() {
        Dataset data = counted(new Cut(10, 6, 0, 0, OptionalInt.of(4), OptionalInt.of(3), 1, Cut.Targets.LAST));
        assertEquals(Shape.of(4, 1), data.inputShape());
        assertEquals(Shape.of(1), data.targetShape());
        float[] firsts = {0, 3, 6, 10};
        assertEquals(firsts.length, data.rows());
        for (int row = 0; row < firsts.length; row++) {
            assertEquals(firsts[row], data.input(row, 0));
            assertEquals(firsts[row] + 4, data.target(row, 0), "one step behind its last");
            assertEquals(row < 3 ? Part.TRAIN : Part.VALIDATION, data.part(row));
        }
        assertEquals(2, counted(new Cut(8, 4, 0, 0, OptionalInt.of(4), RUN, 1, Cut.Targets.EACH)).rows() - 1);
    }

    @Test
    void theSplitIsTheCutUnlessSomethingElseIsSaid() throws DataException {
        TrainingData data = new DataSpec(new Sine(1, 20, 0, whole(100, 50, 0), RUN), new UnsaidSplit(), false, true)
                .prepare(ONE);
        assertEquals(1, data.parts().train().size());
        assertEquals(1, data.parts().validation().get(0));
    }

    @Test
    void cutsThatCannotBeAreRefused() {
        OptionalInt window = OptionalInt.of(20);
        assertThrows(IllegalArgumentException.class, () -> new Cut(100, 10, 0, 0, window, RUN, 1, Cut.Targets.EACH));
        assertThrows(IllegalArgumentException.class, () -> new Cut(100, 50, 10, 0, window, RUN, 1, Cut.Targets.EACH));
        assertThrows(IllegalArgumentException.class, () -> new Cut(100, 50, 0, 1, window, RUN, 1, Cut.Targets.EACH));
        assertThrows(IllegalArgumentException.class, () -> new Cut(100, 50, 0, 0, RUN, window, 1, Cut.Targets.EACH));
        assertThrows(IllegalArgumentException.class, () -> new Cut(100, 50, 0, 101, RUN, RUN, 1, Cut.Targets.EACH));
        assertThrows(IllegalArgumentException.class,
                () -> new MackeyGlass(17, 10_000, Method.RK4, 100, 0, false, SHORT, RUN));
    }
}
