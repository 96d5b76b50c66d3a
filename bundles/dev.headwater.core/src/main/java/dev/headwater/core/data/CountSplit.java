package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;

/** Numbers of rows in the source's order: the first train, the last test, those right before the test validate. */
@Named(about = "numbers of rows in the order of the source: the first train, the last are for the test, those before them validate")
public record CountSplit(
        @Setting(about = "How many first rows train; auto: the rest.", byDefault = "auto", min = 1) OptionalInt train,
        @Setting(about = "How many of the last rows validate.", min = 1) int validation,
        @Setting(about = "How many of the last rows are kept for a test.", byDefault = "0", min = 0) int test)
        implements Split {
}
