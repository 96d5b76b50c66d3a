package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Seeds;
import java.util.Arrays;
import java.util.Locale;

/** The rows of a data set by use; each in the source's order. */
public record Parts(Rows train, Rows validation, Rows test) {
    /** The rows of a part. */
    public Rows rows(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /**
     * The parts that a split makes of a data set; equal seeds give equal parts.
     *
     * @param seed the run's; the drawing is seeded by {@code mix(seed, "split")}
     * @throws DataException if the training or validation part would be empty, or the split asks for more than there is
     */
    public static Parts split(Dataset data, Split split, long seed) throws DataException {
        return switch (split) {
            case UnsaidSplit() -> data.hasParts() ? byColumn(data, UnsaidSplit.COLUMN)
                    : byFraction(data.rows(), UnsaidSplit.OTHERWISE, seed);
            case ColumnSplit(String column) -> byColumn(data, column);
            case FractionSplit fraction -> byFraction(data.rows(), fraction, seed);
            case CountSplit count -> byCount(data.rows(), count);
        };
    }

    private static Parts byColumn(Dataset data, String column) throws DataException {
        if (!data.hasParts()) {
            throw new DataException("data.split names the column " + Quoted.text(column) + ", but " + data.description()
                    + " has no columns; say {\"validation\": 0.2} or {\"train\": …, \"validation\": …} instead");
        }
        int[] order = Rows.range(0, data.rows()).toArray();
        int[][] found = new int[Part.values().length][];
        for (Part part : Part.values()) {
            found[part.ordinal()] = Arrays.stream(order).filter(row -> data.part(row) == part).toArray();
        }
        for (Part part : new Part[] {Part.TRAIN, Part.VALIDATION}) {
            if (found[part.ordinal()].length == 0) {
                throw new DataException("the column " + Quoted.text(column) + " marks none of the " + data.rows()
                        + " rows '" + part.name().toLowerCase(Locale.ROOT)
                        + "'; mark some, or split by {\"validation\": 0.2}");
            }
        }
        return new Parts(Rows.of(found[0]), Rows.of(found[1]), Rows.of(found[2]));
    }

    private static Parts byFraction(int rows, FractionSplit split, long seed) throws DataException {
        int validation = share(rows, split.validation(), "validation");
        int test = split.test() == 0 ? 0 : share(rows, split.test(), "test");
        int train = rows - validation - test;
        if (train < 1) {
            throw new DataException("data.split gives " + validation + " of " + rows + " rows to validation and "
                    + test + " to the test, which leaves none to train on; make the shares smaller");
        }
        int[] order = Rows.range(0, rows).toArray();
        if (split.shuffled()) {
            Rows.shuffle(order, Seeds.generator(seed, "split"));
        }
        return new Parts(sorted(order, 0, train), sorted(order, train, train + validation),
                sorted(order, train + validation, rows));
    }

    private static int share(int rows, double share, String name) throws DataException {
        if (!(share > 0 && share < 1)) {
            throw new DataException("data.split." + name + " must be a share between 0 and 1, both excluded, was "
                    + share);
        }
        int count = (int) Math.round(rows * share);
        if (count < 1) {
            throw new DataException("data.split." + name + " = " + share + " of " + rows
                    + (rows == 1 ? " row" : " rows") + " is no row; make the share larger");
        }
        return count;
    }

    private static Parts byCount(int rows, CountSplit split) throws DataException {
        long kept = (long) split.validation() + split.test();
        long train = split.train().isPresent() ? split.train().getAsInt() : rows - kept;
        if (train + kept > rows) {
            throw new DataException("data.split asks for " + train + " + " + split.validation()
                    + (split.test() == 0 ? "" : " + " + split.test()) + " = " + (train + kept)
                    + " rows, the data has " + rows);
        }
        if (train < 1 || split.validation() < 1 || split.test() < 0) {
            throw new DataException("data.split leaves " + train + " rows to train and " + split.validation()
                    + " for validation of the " + rows + " there are; each needs at least 1");
        }
        int test = rows - split.test();
        return new Parts(Rows.range(0, (int) train), Rows.range(test - split.validation(), test),
                Rows.range(test, rows));
    }

    private static Rows sorted(int[] order, int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        Arrays.sort(rows);
        return Rows.of(rows);
    }
}
