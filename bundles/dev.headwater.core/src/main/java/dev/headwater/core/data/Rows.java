package dev.headwater.core.data;

import dev.headwater.core.tensor.Seeds;
import java.util.random.RandomGenerator;

/** An immutable sequence of row numbers of a data set. */
public final class Rows {
    private final int[] rows;

    private Rows(int[] rows) {
        this.rows = rows;
    }

    /** These rows, in this order. */
    public static Rows of(int... rows) {
        return new Rows(rows.clone());
    }

    /** The rows from {@code from} up to but without {@code to}. */
    public static Rows range(int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return new Rows(rows);
    }

    /** How many there are. */
    public int size() {
        return rows.length;
    }

    /** The i-th row number. */
    public int get(int i) {
        return rows[i];
    }

    /** A copy of the row numbers. */
    public int[] toArray() {
        return rows.clone();
    }

    /** Puts the row numbers in their order into an array of at least {@link #size} elements. */
    void copyTo(int[] order) {
        System.arraycopy(rows, 0, order, 0, rows.length);
    }

    /** Brings the elements of an array into a random order (Fisher and Yates, from the last element down). */
    static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = Seeds.below(i + 1, random);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
    }
}
