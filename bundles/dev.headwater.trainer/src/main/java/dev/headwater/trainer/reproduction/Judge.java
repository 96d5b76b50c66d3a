package dev.headwater.trainer.reproduction;

import dev.headwater.trainer.text.Numbers;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What is allowed of a figure over several seeds.
 *
 * @param allowed for people, such as {@code median at most 0.001}
 * @param fewest seeds that a judgment needs; of fewer nothing is said
 * @param test whether the values, one a seed, are allowed
 */
public record Judge(String allowed, int fewest, Predicate<double[]> test) {
    /** Allows a median that is no farther from a figure than a tolerance. */
    public static Judge near(double figure, double tolerance) {
        return new Judge("median " + Numbers.real(figure) + " ± " + Numbers.real(tolerance), 1,
                values -> Math.abs(median(values) - figure) <= tolerance);
    }

    /** Allows a median up to a bound. */
    public static Judge atMost(double bound) {
        return new Judge("median at most " + Numbers.real(bound), 1, values -> median(values) <= bound);
    }

    /** Allows a median from a bound on. */
    public static Judge atLeast(double bound) {
        return new Judge("median at least " + Numbers.real(bound), 1, values -> median(values) >= bound);
    }

    /** Allows a median between two bounds. */
    public static Judge between(double least, double most) {
        return new Judge("median " + Numbers.real(least) + " to " + Numbers.real(most), 1,
                values -> median(values) >= least && median(values) <= most);
    }

    /** Allows a share of the seeds whose value is at or below a bound. */
    public static Judge share(double bound, double least, double most) {
        return new Judge(Numbers.percent(least) + " to " + Numbers.percent(most) + " of the seeds at or below " + bound,
                10, values -> {
                    double share = (double) Arrays.stream(values).filter(v -> v <= bound).count() / values.length;
                    return share >= least && share <= most;
                });
    }

    /** Allows a success with every seed, and a median effort up to {@code factor} times the published one. */
    public static Judge effort(double published, double factor) {
        double bound = factor * published;
        return new Judge("every seed, median at most " + Numbers.count(Math.round(bound)), 1,
                values -> Arrays.stream(values).noneMatch(Double::isNaN) && median(values) <= bound);
    }

    /** Allows a success with every seed, whatever the effort. */
    public static Judge always() {
        return new Judge("every seed", 1, values -> Arrays.stream(values).noneMatch(Double::isNaN));
    }

    /** Allows no success with any seed. */
    public static Judge never() {
        return new Judge("no seed", 1, values -> Arrays.stream(values).allMatch(Double::isNaN));
    }

    /** Allows everything: the paper has no figure to compare with. */
    public static Judge any() {
        return new Judge("reported only", 1, values -> true);
    }

    /** Whether the values are allowed; {@code null} if there are too few to say. */
    public Boolean of(double[] values) {
        return values.length < fewest ? null : test.test(values);
    }

    /** The middle value, or the mean of the two in the middle; NaN counts as larger than all. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
