package dev.headwater.core.engine;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The losses of the steps of an epoch, each before its update, and their mean: of every loss the mean over all that
 * counted in the epoch, as an {@link Evaluation} has it, so that a batch of short sequences or light classes has no more
 * say than its share. What it knows goes into checkpoints as a text.
 */
public final class EpochLoss {
    private final double[] sums;
    private final double[] divisors;
    /** The same of the step that is being done, which may yet fail. */
    private final double[] stepSums;
    private final double[] stepDivisors;

    EpochLoss(int losses) {
        sums = new double[losses];
        divisors = new double[losses];
        stepSums = new double[losses];
        stepDivisors = new double[losses];
    }

    /**
     * Takes in the batch that the parts have just judged.
     *
     * @param first whether it is the first of the step
     * @return the mean loss of the step so far, with several losses the sum of their means
     */
    double add(PartPlan[] parts, boolean first) {
        double own = 0;
        for (int i = 0; i < sums.length; i++) {
            double mean = 0;
            for (PartPlan part : parts) {
                mean += part.lossShare(i);
            }
            own += mean;
            double divisor = parts[0].divisor(i);
            stepSums[i] = (first ? 0 : stepSums[i]) + mean * divisor;
            stepDivisors[i] = (first ? 0 : stepDivisors[i]) + divisor;
        }
        return first ? own : mean(stepSums, stepDivisors);
    }

    /** The step was good: it belongs to the epoch. */
    void settle() {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += stepSums[i];
            divisors[i] += stepDivisors[i];
        }
    }

    /** The mean over all steps; with several losses the sum of their means. */
    public double mean() {
        return mean(sums, divisors);
    }

    private static double mean(double[] sums, double[] divisors) {
        double mean = 0;
        for (int i = 0; i < sums.length; i++) {
            mean += divisors[i] == 0 ? 0 : sums[i] / divisors[i];
        }
        return mean;
    }

    /** Begins an epoch. */
    public void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(divisors, 0);
    }

    /** What it knows, for {@link #restore}. */
    public String state() {
        StringJoiner state = new StringJoiner(" ");
        for (int i = 0; i < sums.length; i++) {
            state.add(Double.toString(sums[i])).add(Double.toString(divisors[i]));
        }
        return state.toString();
    }

    /**
     * Knows again what it knew.
     *
     * @throws IllegalArgumentException if that is no state of as many losses
     */
    public void restore(String state) {
        String[] numbers = state.split(" ");
        if (numbers.length != 2 * sums.length) {
            throw new IllegalArgumentException("the losses of its epoch are those of another network");
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Double.parseDouble(numbers[2 * i]);
            divisors[i] = Double.parseDouble(numbers[2 * i + 1]);
        }
    }
}
