package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples in memory: their inputs, what should come out, and what the source said about them. Immutable.
 *
 * <p>
 * A target is a class number (shape {@code [1]}, {@link #categorical}) or the values of a regression; of a sequence that
 * is judged at every step, one of them for each step ({@code [time, 1]}, {@code [time, values]}). Sequences of unequal
 * length are padded at their end; {@link #length} tells how many steps count.
 */
public final class Dataset {
    private final String description;
    private final Shape inputShape;
    private final Shape targetShape;
    private final float[] inputs;
    private final float[] targets;
    private final List<String> classes;
    private final Part[] parts;
    private final int[] lengths;
    private final Columns columns;
    private volatile String hash;

    /**
     * A data set over these arrays, which from now on belong to it.
     *
     * @param description for people: where the rows come from
     * @param inputs rows × the input shape's size
     * @param targets rows × the target shape's size
     * @param classes what the class numbers mean, in their order; empty for a regression
     * @param parts one a row, or {@code null} if the source says nothing about parts
     * @throws IllegalArgumentException if the arrays do not have the same number of rows, or a class number means no
     *             class
     */
    public Dataset(String description, Shape inputShape, Shape targetShape, float[] inputs, float[] targets,
            List<String> classes, Part[] parts) {
        this(description, inputShape, targetShape, inputs, targets, classes, parts, null, null);
    }

    private Dataset(String description, Shape inputShape, Shape targetShape, float[] inputs, float[] targets,
            List<String> classes, Part[] parts, int[] lengths, Columns columns) {
        int rows = targets.length / targetShape.size();
        if ((long) rows * inputShape.size() != inputs.length || rows * targetShape.size() != targets.length
                || parts != null && parts.length != rows) {
            throw new IllegalArgumentException(inputs.length + " inputs of " + inputShape + ", " + targets.length
                    + " targets of " + targetShape + (parts == null ? "" : " and " + parts.length + " parts")
                    + " are not the same number of rows");
        }
        for (int i = 0; !classes.isEmpty() && i < targets.length; i++) {
            if (!(targets[i] >= 0 && targets[i] < classes.size() && targets[i] == (int) targets[i])) {
                throw new IllegalArgumentException(
                        "row " + i + " has the class number " + targets[i] + " of " + classes.size() + " classes");
            }
        }
        this.description = description;
        this.inputShape = inputShape;
        this.targetShape = targetShape;
        this.inputs = inputs;
        this.targets = targets;
        this.classes = List.copyOf(classes);
        this.parts = parts;
        this.lengths = lengths;
        this.columns = columns;
    }

    /**
     * What the columns of a table are called from which the rows come.
     *
     * @param inputs in the order of the inputs
     * @param label the column that holds the target
     */
    public record Columns(List<String> inputs, String label) {
        /** Copies the list. */
        public Columns {
            inputs = List.copyOf(inputs);
        }
    }

    /** Where the rows come from, for people. */
    public String description() {
        return description;
    }

    /** The shape of one example's inputs. */
    public Shape inputShape() {
        return inputShape;
    }

    /** The shape of one example's target; {@code [1]} for a class number. */
    public Shape targetShape() {
        return targetShape;
    }

    /** The number of examples. */
    public int rows() {
        return targets.length / targetShape.size();
    }

    /** What the class numbers mean, in their order; empty for a regression. */
    public List<String> classes() {
        return classes;
    }

    /** Whether targets are class numbers. */
    public boolean categorical() {
        return !classes.isEmpty();
    }

    /** Whether the source says of each row what it is used for. */
    public boolean hasParts() {
        return parts != null;
    }

    /** What the source says a row is used for; {@code null} if it says nothing. */
    public Part part(int row) {
        return parts == null ? null : parts[row];
    }

    /** Whether rows are sequences of unequal length, so that not all their steps count. */
    public boolean hasLengths() {
        return lengths != null;
    }

    /**
     * How many steps of a row count, from the first on; what follows them is padding. All of them where
     * {@link #hasLengths} is false, and 1 where rows are no sequences.
     */
    public int length(int row) {
        return lengths != null ? lengths[row] : inputShape.rank() < 2 ? 1 : inputShape.extent(0);
    }

    /** How many input values of a row count, from the first on. */
    int counted(int row) {
        return lengths == null ? inputShape.size() : lengths[row] * (inputShape.size() / inputShape.extent(0));
    }

    /** What the columns are called; {@code null} where the rows come from no table. */
    public Columns columns() {
        return columns;
    }

    /** One input value of a row. */
    public float input(int row, int i) {
        return inputs[row * inputShape.size() + i];
    }

    /** One target value of a row. */
    public float target(int row, int i) {
        return targets[row * targetShape.size() + i];
    }

    /** Copies {@code count} rows, those at {@code rows[from]} and after it, to the start of two arrays. */
    public void gather(int[] rows, int from, int count, float[] intoInputs, float[] intoTargets) {
        int width = inputShape.size();
        int targetWidth = targetShape.size();
        for (int i = 0; i < count; i++) {
            int row = rows[from + i];
            System.arraycopy(inputs, row * width, intoInputs, i * width, width);
            System.arraycopy(targets, row * targetWidth, intoTargets, i * targetWidth, targetWidth);
        }
    }

    /** As {@link #gather(int[], int, int, float[], float[])}, with the rows' {@link #length}s. */
    void gather(int[] rows, int from, int count, float[] intoInputs, float[] intoTargets, int[] intoLengths) {
        gather(rows, from, count, intoInputs, intoTargets);
        for (int i = 0; i < count; i++) {
            intoLengths[i] = length(rows[from + i]);
        }
    }

    /** The same rows with other inputs of the same shape. */
    Dataset withInputs(float[] changed) {
        return withInputs(inputShape, changed);
    }

    /** The same rows with other inputs, as many of them; those of sequences with lengths keep their steps. */
    Dataset withInputs(Shape shape, float[] changed) {
        return new Dataset(description, shape, targetShape, changed, targets, classes, parts, lengths, columns);
    }

    /** The same rows with names for their columns. */
    Dataset withColumns(Columns names) {
        return new Dataset(description, inputShape, targetShape, inputs, targets, classes, parts, lengths, names);
    }

    /**
     * The same rows as sequences of unequal length.
     *
     * @param steps one a row; from now on it belongs to the data set
     * @throws IllegalArgumentException if inputs have no time axis, there is not one for each row, or one is below 1 or
     *             above the extent of the time axis
     */
    public Dataset withLengths(int[] steps) {
        if (inputShape.rank() < 2 || steps.length != rows()) {
            throw new IllegalArgumentException(steps.length + " lengths do not fit " + rows() + " examples of "
                    + inputShape + ": sequences [time, features] have one each");
        }
        for (int row = 0; row < steps.length; row++) {
            if (steps[row] < 1 || steps[row] > inputShape.extent(0)) {
                throw new IllegalArgumentException("row " + row + " has the length " + steps[row] + ", it must be 1 to "
                        + inputShape.extent(0));
            }
        }
        return new Dataset(description, inputShape, targetShape, inputs, targets, classes, parts, steps, columns);
    }

    /**
     * The same rows with class numbers that mean what they meant in another run: positions in {@code known}.
     *
     * @throws DataException if this is a regression and that was none (or the reverse), or a label is not known
     */
    public Dataset withClasses(List<String> known) throws DataException {
        if (known.equals(classes)) {
            return this;
        }
        if (known.isEmpty() || classes.isEmpty()) {
            throw new DataException(classes.isEmpty()
                    ? description + " has numbers as targets, but the run was trained on the classes " + some(known)
                    : description + " has the classes " + some(classes) + ", but the run was trained on numbers");
        }
        Map<String, Integer> index = new HashMap<>();
        known.forEach(name -> index.put(name, index.size()));
        float[] renumbered = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            String label = classes.get((int) targets[i]);
            Integer number = index.get(label);
            if (number == null) {
                throw new DataException(description + " has the label " + Quoted.text(label)
                        + ", which the run was not trained on; it knows " + some(known));
            }
            renumbered[i] = number;
        }
        return new Dataset(description, inputShape, targetShape, inputs, renumbered, known, parts,
                lengths, columns);
    }

    /** SHA-256 in hexadecimal digits over everything but the description: equal if and only if the rows are. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = Fingerprint.of(this, inputs, targets, lengths);
            hash = known;
        }
        return known;
    }

    float[] inputs() {
        return inputs;
    }

    private static String some(List<String> names) {
        return Listing.of(names, 10);
    }
}
