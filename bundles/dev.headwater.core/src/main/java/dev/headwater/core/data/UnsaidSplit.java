package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;

/** Nothing said: the column {@code split} if the source has one, else a fifth of the rows, drawn, for validation. */
@Named(about = "the column called split if the source has one, else a fifth of the rows validates")
public record UnsaidSplit() implements Split {
    /** The column that it looks for. */
    static final String COLUMN = "split";

    /** What is drawn where there is no such column. */
    static final FractionSplit OTHERWISE = new FractionSplit(0.2, 0, true);
}
