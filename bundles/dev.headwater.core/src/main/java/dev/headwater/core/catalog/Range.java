package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;

/** The numbers that a setting allows. */
public record Range(double min, double max, boolean minExclusive, boolean maxExclusive) {
    /** Every finite number. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

    /** The range that an annotation states. */
    static Range of(Setting setting) {
        return new Range(setting.min(), setting.max(), setting.minExclusive(), setting.maxExclusive());
    }

    /** Whether the number is allowed; a number that is not finite never is. */
    public boolean contains(double value) {
        return Double.isFinite(value) && (minExclusive ? value > min : value >= min)
                && (maxExclusive ? value < max : value <= max);
    }

    /** Whether there is a lower bound that a reader would want to know; the limits of a float are none. */
    public boolean bounded() {
        return boundedBelow() || boundedAbove();
    }

    boolean boundedBelow() {
        return min > -Float.MAX_VALUE;
    }

    boolean boundedAbove() {
        return max < Float.MAX_VALUE;
    }

    /** Why a number is refused, to stand after "must be": {@code in [0, 1)}, {@code at least 1}. */
    String demand(double refused) {
        if (Math.abs(refused) > Float.MAX_VALUE) {
            return "a number that a 32-bit float can hold";
        }
        return toString();
    }

    /** {@code in [0, 1)}, {@code at least 1}, {@code greater than 0}, {@code any number}. */
    @Override
    public String toString() {
        if (boundedBelow() && boundedAbove()) {
            return "in " + (minExclusive ? "(" : "[") + text(min) + ", " + text(max) + (maxExclusive ? ")" : "]");
        }
        if (boundedBelow()) {
            return (minExclusive ? "greater than " : "at least ") + text(min);
        }
        if (boundedAbove()) {
            return (maxExclusive ? "less than " : "at most ") + text(max);
        }
        return "any number";
    }

    private static String text(double bound) {
        return JsonWriter.writeCompact(Json.of(bound));
    }
}
