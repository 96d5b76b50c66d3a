package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import java.util.Arrays;

/**
 * A figure as it was measured here.
 *
 * @param claim what was published
 * @param values ours, one a seed
 * @param seconds that it took
 * @param needs what was missing, {@code null} if nothing
 */
public record Finding(Claim claim, double[] values, double seconds, String needs) {
    /** Whether it is within the tolerance; {@code null} if that cannot be said. */
    public Boolean within() {
        return needs != null ? null : claim.judge().of(values);
    }

    /** Whether it was measured and is not outside of the tolerance. */
    public boolean good() {
        return needs == null && !Boolean.FALSE.equals(within());
    }

    /** The middle of the values. */
    public double median() {
        return Judge.median(values);
    }

    /** The smallest value. */
    public double min() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    }

    /** The largest value; NaN if one is. */
    public double max() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /** The object that {@code reproduce --json} prints. */
    public Json.Obj toJson() {
        Boolean within = within();
        return Json.object().put("what", claim.what()).put("paper", claim.paper()).put("published", claim.published())
                .put("allowed", claim.judge().allowed()).put("median", number(median())).put("min", number(min()))
                .put("max", number(max())).put("values", Json.array(Arrays.stream(values).mapToObj(Finding::number)
                        .toList()))
                .put("seeds", values.length).put("seconds", Math.round(seconds * 10) / 10.0)
                .put("within", within == null ? Json.NULL : Json.of(within))
                .put("needs", needs == null ? Json.NULL : Json.of(needs)).build();
    }

    private static Json number(double value) {
        return Double.isFinite(value) ? Json.of(value) : Json.NULL;
    }
}
