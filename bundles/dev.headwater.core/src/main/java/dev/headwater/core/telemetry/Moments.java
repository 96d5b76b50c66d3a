package dev.headwater.core.telemetry;

import dev.headwater.core.json.Json;
import java.util.List;

/**
 * The moments of the values x₁ … xₙ of one tensor, or of several taken together. A value that is not finite makes the
 * numbers it enters not finite, as IEEE arithmetic has it.
 *
 * @param l2 √Σx², 0 only if every value is 0
 * @param mean Σx / n
 * @param std the standard deviation of the whole population, √(Σ(x − mean)² / n)
 * @param min the smallest value
 * @param max the largest value
 * @param zeros the share of values that are exactly 0, from 0 to 1
 * @param nonFinite the share of values that are NaN or infinite, from 0 to 1
 */
public record Moments(double l2, double mean, double std, double min, double max, double zeros, double nonFinite) {
    /** The moments that stand at {@code offset} of a frame, in the order of the components. */
    static Moments at(double[] values, int offset) {
        return new Moments(values[offset], values[offset + 1], values[offset + 2], values[offset + 3],
                values[offset + 4], values[offset + 5], values[offset + 6]);
    }

    /**
     * The moments of all values of several tensors together.
     *
     * @param parts the moments of each tensor
     * @param counts how many values each has
     * @throws IllegalArgumentException if there is no value at all, a count is negative, or the lengths differ
     */
    public static Moments combine(List<Moments> parts, long[] counts) {
        long n = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a tensor cannot have " + count + " values");
            }
            n += count;
        }
        if (parts.size() != counts.length || n == 0) {
            throw new IllegalArgumentException("moments of " + parts.size() + " tensors and " + counts.length
                    + " counts of together " + n + " values cannot be combined");
        }
        double mean = 0;
        for (int i = 0; i < counts.length; i++) {
            mean += counts[i] == 0 ? 0 : parts.get(i).mean * counts[i] / n;
        }
        // Gradients are floats, at least 1e-45 apart from 0 and below 4e38: their squares are well inside a double.
        double squares = 0;
        double variance = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double zeros = 0;
        double nonFinite = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            Moments part = parts.get(i);
            double share = (double) counts[i] / n;
            squares += part.l2 * part.l2;
            double distance = part.mean - mean;
            variance += share * (part.std * part.std + distance * distance);
            min = Math.min(min, part.min);
            max = Math.max(max, part.max);
            zeros += share * part.zeros;
            nonFinite += share * part.nonFinite;
        }
        return new Moments(Math.sqrt(squares), mean, Math.sqrt(variance), min, max, Math.min(1, zeros),
                Math.min(1, nonFinite));
    }

    /** The numbers by name, as {@code inspect --json} prints them. */
    public Json.Builder toJson() {
        return Json.object().put("l2", l2).put("mean", mean).put("std", std).put("min", min).put("max", max)
                .put("zeros", zeros).put("nonFinite", nonFinite);
    }
}
