package dev.headwater.core.data;

import dev.headwater.core.catalog.Setting;

/** A column of the source says {@code train}, {@code validation} or {@code test} for each row. */
public record ColumnSplit(
        @Setting(about = "Column with the words train, validation, test; without a header its number.") String column)
        implements Split {
}
