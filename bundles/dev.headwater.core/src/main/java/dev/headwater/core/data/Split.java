package dev.headwater.core.data;

/** Which rows train, which validate and which are kept for a test. */
public sealed interface Split permits UnsaidSplit, ColumnSplit, FractionSplit, CountSplit {
}
