package dev.headwater.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Schedules against their formulas. */
class SchedulesTest {
    /** Ten steps an epoch, ten epochs. */
    private static final Horizon HORIZON = new Horizon(10, 100);

    private static double at(Schedule schedule, long step) {
        return schedule.begin(HORIZON).factor(step);
    }

    @Test
    void constantIsOne() {
        assertEquals(1, at(new Constant(), 0));
        assertEquals(1, at(new Constant(), 1_000_000));
    }

    @Test
    void stepFallsEveryFewEpochs() {
        Schedule schedule = new StepDecay(3, 0.5);
        assertEquals(1, at(schedule, 29));
        assertEquals(0.5, at(schedule, 30));
        assertEquals(0.5, at(schedule, 59));
        assertEquals(0.125, at(schedule, 90));
    }

    @Test
    void exponentialFallsAfterEveryEpoch() {
        assertEquals(1, at(new ExponentialDecay(0.9), 9));
        assertEquals(Math.pow(0.9, 9), at(new ExponentialDecay(0.9), 99), 1e-15);
    }

    @Test
    void cosineGoesFromOneToItsFloor() {
        Schedule whole = new Cosine(0.2, OptionalInt.empty());
        assertEquals(1, at(whole, 0));
        assertEquals(0.6, at(whole, 50), 1e-15);
        assertEquals(0.2 + 0.8 * (1 + Math.cos(Math.PI * 0.99)) / 2, at(whole, 99), 1e-15);
        assertEquals(0.2, at(whole, 100), 1e-15);
        Schedule short5 = new Cosine(0, OptionalInt.of(5));
        assertEquals(0.5, at(short5, 25), 1e-15);
        assertEquals(0, at(short5, 70), 1e-15);
        assertTrue(whole.spansTraining());
        assertFalse(short5.spansTraining());
    }

    @Test
    void warmUpRisesInAStraightLineAndHandsOn() {
        Schedule schedule = new WarmUp(20, 0.1, new Cosine(0, OptionalInt.empty()));
        assertEquals(0.1, at(schedule, 0), 1e-15);
        assertEquals(0.55, at(schedule, 10), 1e-15);
        assertEquals(1, at(schedule, 20));
        assertEquals(0.5, at(schedule, 60), 1e-15);
        assertEquals(0, at(schedule, 100), 1e-15);
        Schedule before = new WarmUp(20, 0.1, new OnPlateau(Monitor.TRAINING_LOSS, 0, 0.5, 0, 0, 0));
        assertEquals(Monitor.TRAINING_LOSS, before.watched());
        Course course = before.begin(HORIZON);
        course.epochEnded(1);
        course.epochEnded(1);
        assertEquals(0.5, course.factor(20));
        Course other = before.begin(HORIZON);
        other.restore(course.state());
        assertEquals(0.5, other.factor(20));
    }

    /** By PyTorch's formula: total_steps 100, pct_start 0.3, div_factor 25, final_div_factor 1e4. */
    @Test
    void oneCycleRisesAndFalls() {
        Schedule schedule = new OneCycle(0.3, 25, 1e4);
        assertEquals(0.04, at(schedule, 0), 1e-15);
        assertEquals(1, at(schedule, 29), 1e-15);
        assertEquals(0.04e-4, at(schedule, 99), 1e-15);
        double up = 1 + (0.04 - 1) / 2 * (Math.cos(Math.PI * 10 / 29) + 1);
        double down = 0.04e-4 + (1 - 0.04e-4) / 2 * (Math.cos(Math.PI * 41 / 70) + 1);
        assertEquals(up, at(schedule, 10), 1e-14);
        assertEquals(down, at(schedule, 70), 1e-14);
    }

    @Test
    void noScheduleLeavesZeroToOneOrTheNumbersInTheShortestTraining() {
        for (Schedule schedule : List.of(new Cosine(0.5, OptionalInt.empty()), new OneCycle(0.3, 25, 1e4),
                new OneCycle(0.9, 25, 1e4), new WarmUp(500, 0.01, new OneCycle(0.3, 25, 1e4)))) {
            for (long steps : new long[] {1, 2, 3}) {
                Course course = schedule.begin(new Horizon(1, steps));
                for (long step = 0; step < steps + 600; step++) {
                    double factor = course.factor(step);
                    assertTrue(factor > 0 && factor <= 1, schedule + " " + steps + " " + step + ": " + factor);
                }
            }
        }
    }

    @Test
    void onPlateauFallsAfterPatience() {
        Course course = new OnPlateau(Monitor.VALIDATION_LOSS, 1, 0.5, 0.2, 0.01, 1).begin(HORIZON);
        double[] losses = {1, 0.9, 0.895, 0.9, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95};
        double[] after = {1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.2, 0.2};
        for (int i = 0; i < losses.length; i++) {
            course.epochEnded(losses[i]);
            assertEquals(after[i], course.factor(i), "epoch " + (i + 1));
        }
    }

    @Test
    void onPlateauGoesOnFromItsState() {
        OnPlateau rule = new OnPlateau(Monitor.VALIDATION_ACCURACY, 2, 0.1, 0, 0.0001, 1);
        Course whole = rule.begin(HORIZON);
        double[] accuracies = {0.5, Double.NaN, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.7, 0.7, 0.7, 0.7};
        for (int split = 0; split < accuracies.length; split++) {
            whole = rule.begin(HORIZON);
            Course rest = rule.begin(HORIZON);
            for (int i = 0; i < accuracies.length; i++) {
                if (i == split) {
                    rest.restore(whole.state());
                }
                whole.epochEnded(accuracies[i]);
                if (i >= split) {
                    rest.epochEnded(accuracies[i]);
                    assertEquals(whole.state(), rest.state());
                }
            }
        }
        assertTrue(whole.factor(0) < 0.5);
        assertThrows(IllegalArgumentException.class, () -> rule.begin(HORIZON).restore(Map.of("share", "1")));
    }

    @Test
    void betterMeansWhatTheMonitorMeans() {
        assertTrue(Monitor.VALIDATION_LOSS.better(1, 2, 0.5));
        assertFalse(Monitor.VALIDATION_LOSS.better(1.6, 2, 0.5));
        assertTrue(Monitor.VALIDATION_ACCURACY.better(0.9, 0.8, 0));
        assertFalse(Monitor.VALIDATION_ACCURACY.better(0.8, 0.8, 0));
        assertTrue(Monitor.TRAINING_LOSS.better(7, Double.NaN, 0));
        assertFalse(Monitor.TRAINING_LOSS.better(Double.NaN, Double.NaN, 0));
        assertEquals("validation loss", Monitor.VALIDATION_LOSS.words());
    }
}
