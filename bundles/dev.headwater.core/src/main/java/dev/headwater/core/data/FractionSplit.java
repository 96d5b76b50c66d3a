package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** Shares of all rows, drawn by the run's seed; if not shuffled, the last rows of the source. */
@Named(about = "shares of all rows, drawn by the seed, or the last ones")
public record FractionSplit(
        @Setting(byDefault = "0.2", min = 0, max = 1, minExclusive = true, maxExclusive = true, about = "Share of the"
                + " rows for validation.") double validation,
        @Setting(about = "Share of the rows kept for a test.", byDefault = "0", min = 0, max = 1) double test,
        @Setting(about = "Whether rows are drawn; else they are the last.", byDefault = "true") boolean shuffled)
        implements Split {
    /**
     * These shares.
     *
     * @throws IllegalArgumentException if they leave nothing to train on
     */
    public FractionSplit {
        if (validation + test >= 1) {
            throw new IllegalArgumentException("data.split gives " + validation + " + " + test
                    + " of the rows to validation and test, which leaves none to train on; make the shares smaller");
        }
    }
}
