package dev.headwater.benchmarks.product;

import dev.headwater.core.network.Probe;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which steps record more than others. A median over all steps would never see those that record histograms, one in a
 * hundred; a mean over few would weigh them too much. So the time of each kind of step is taken by itself, and the mean
 * is t + Σ (t_p − t) / p, where t is the time of a step that records nothing special and t_p that of one that also
 * records what is recorded every p-th step.
 */
final class Schedule {
    /** Steps between the one that a training is put to and the first that is timed. */
    static final int AHEAD = 3;
    /** The engine measures the weights at least that often, whatever is recorded. */
    private static final int WATCHED = 16;

    private final int[] periods;
    private final int first;

    private Schedule(int[] periods, int first) {
        this.periods = periods;
        this.first = first;
    }

    /** The schedule of what a recipe records. */
    static Schedule of(Probe probe) {
        int[] asked = {probe.parameters(), probe.outputs(), probe.allRows(), probe.histograms(), probe.throughTime()};
        boolean nothing = Arrays.stream(asked).allMatch(period -> period == 0);
        int[] periods = (nothing ? IntStream.of(WATCHED) : Arrays.stream(asked)).filter(period -> period > 1)
                .distinct().sorted().toArray();
        if (periods.length < 2) {
            return new Schedule(periods, -1);
        }
        // A stretch of steps in which every period has a step of its own, as near to the rarest as can be.
        int rarest = periods[periods.length - 1];
        for (int first = rarest; first >= AHEAD; first--) {
            Schedule schedule = new Schedule(periods, first);
            if (schedule.complete()) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("no stretch of steps shows each of the periods "
                + Arrays.toString(periods) + " alone");
    }

    private boolean complete() {
        boolean[] seen = new boolean[periods.length + 1];
        for (int step = first; step < first + leastSteps() - 1; step++) {
            if (kind(step) >= 0) {
                seen[kind(step)] = true;
            }
        }
        return IntStream.range(0, seen.length).allMatch(i -> seen[i]);
    }

    /** The step that a training is put to before it is timed; below 0 if any is as good. */
    long start() {
        return first - AHEAD;
    }

    /** How many steps show every kind, whether they begin with the first or with the one before it. */
    int leastSteps() {
        return periods.length == 0 ? 1 : periods[0] + 2;
    }

    /** 0 for a step that records nothing special, i for one of the i-th period alone, −1 for one of several. */
    int kind(long step) {
        int kind = 0;
        for (int i = 0; i < periods.length; i++) {
            if (step % periods[i] == 0) {
                kind = kind == 0 ? i + 1 : -1;
            }
        }
        return kind;
    }

    /** The mean time of a step, from that of each kind. */
    double mean(double[] timeOfKind) {
        double mean = timeOfKind[0];
        for (int i = 0; i < periods.length; i++) {
            mean += (timeOfKind[i + 1] - timeOfKind[0]) / periods[i];
        }
        return mean;
    }
}
