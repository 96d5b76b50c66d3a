package dev.headwater.benchmarks.measure;

import dev.headwater.benchmarks.workload.Contender;
import java.util.Arrays;
import java.util.List;

/**
 * Contenders that take turns, so that whatever else the machine does meets all of them. Of each turn the median step
 * counts, by itself for each kind, and of all turns the median.
 */
public final class Race {
    private static final int KINDS = 8;
    /** Who needs longer for a step, in seconds, ... */
    private static final double SLOW = 1;
    /** ... takes no more turns than this, for nobody wants to wait so long for so little. */
    private static final int TURNS_IF_SLOW = 3;

    private final Effort effort;

    /** A race that takes so much time. */
    public Race(Effort effort) {
        this.effort = effort;
    }

    /** The milliseconds of a step of each contender, on average over a long training. */
    public double[] run(List<? extends Contender> contenders) {
        boolean[] slow = new boolean[contenders.size()];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = warmUp(contenders.get(i)) > SLOW;
        }
        double[][] turns = new double[contenders.size()][effort.rounds()];
        for (int round = 0; round < effort.rounds(); round++) {
            for (int i = 0; i < turns.length; i++) {
                boolean rests = slow[i] && round >= TURNS_IF_SLOW;
                turns[i][round] = rests ? turns[i][round % TURNS_IF_SLOW] : turn(contenders.get(i), slow[i]);
            }
        }
        return Arrays.stream(turns).mapToDouble(Race::median).toArray();
    }

    /** Runs a contender for a while; gives the seconds of its last step. */
    private double warmUp(Contender contender) {
        long end = System.nanoTime() + (long) (effort.warmUp() * 1e9);
        contender.enter();
        long before;
        long now;
        do {
            before = System.nanoTime();
            contender.step();
            now = System.nanoTime();
        } while (now < end);
        contender.leave();
        return (now - before) / 1e9;
    }

    /** The milliseconds of a step, on average over a long training, from the median of each kind. */
    private double turn(Contender contender, boolean slow) {
        contender.enter();
        if (!slow) {
            contender.step(); // what the others left in the caches is not this one's fault
        }
        Samples[] samples = new Samples[KINDS];
        Arrays.setAll(samples, kind -> new Samples());
        long end = System.nanoTime() + (long) (effort.turn() * 1e9);
        int steps = 0;
        long before = System.nanoTime();
        do {
            int kind = contender.kind();
            contender.step();
            long now = System.nanoTime();
            if (kind >= 0) {
                samples[kind].add((now - before) / 1e6);
            }
            before = now;
            steps++;
        } while (before < end || steps < contender.leastSteps());
        contender.leave();
        double[] ofKind = Arrays.stream(samples).mapToDouble(Samples::median).toArray();
        double ms = contender.mean(ofKind);
        if (Double.isNaN(ms)) {
            throw new IllegalStateException("a kind of step was never timed: " + Arrays.toString(ofKind));
        }
        return ms;
    }

    /** The middle of some values; NaN of none. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static final class Samples {
        private double[] values = new double[256];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        double median() {
            return Race.median(Arrays.copyOf(values, count));
        }
    }
}
