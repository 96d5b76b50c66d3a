package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/** A column of the source says {@code train}, {@code validation} or {@code test} for each row. */
@Named(about = "a column says of each row what it is for")
public record ColumnSplit(
        @Setting(about = "Column with the words train, validation, test; without a header its number.") String column)
        implements Split {
}
