package dev.headwater.core.tensor;

import java.nio.FloatBuffer;

/**
 * A row-major block of 32-bit floats in native memory with its shape. Of JDK types only, so that a class that mentions
 * it loads where the numeric library is absent; the engine owns the memory.
 *
 * <p>
 * A <em>batched</em> tensor holds {@code rows} examples of {@code shape}, one after the other; an unbatched one
 * (parameter, gradient of a parameter) holds its shape once and has {@code rows() == 1}.
 */
public final class Tensor {
    private final String name;
    private final FloatBuffer data;
    private final Shape shape;
    private final int rows;
    private final boolean batched;
    private final int start;
    private final int stride;

    private Tensor(String name, FloatBuffer data, Shape shape, int rows, boolean batched, int start, int stride) {
        if (data != null && data.capacity() != (long) rows * stride) {
            throw new IllegalArgumentException("tensor " + name + ": " + rows + " × " + shape + " needs "
                    + (long) rows * stride + " floats, the buffer has " + data.capacity());
        }
        this.name = name;
        this.data = data;
        this.shape = shape;
        this.rows = rows;
        this.batched = batched;
        this.start = start;
        this.stride = stride;
    }

    /** A tensor of at most {@code rows} examples over all of {@code data}. */
    public static Tensor batch(String name, FloatBuffer data, Shape shape, int rows) {
        return new Tensor(name, data, shape, rows, true, 0, shape.size());
    }

    /** A tensor without a batch axis over all of {@code data}. */
    public static Tensor of(String name, FloatBuffer data, Shape shape) {
        return new Tensor(name, data, shape, 1, false, 0, shape.size());
    }

    /** One without memory, of which only the name and the shape are known. */
    public static Tensor outline(String name, Shape shape, int rows, boolean batched) {
        return new Tensor(name, null, shape, rows, batched, 0, shape.size());
    }

    /** The same memory as a batch of other examples. */
    public Tensor regrouped(Shape example, int examples) {
        return new Tensor(name, data, example, examples, true, 0, example.size());
    }

    /** Memory of a tensor without a batch axis, from an offset on, as a batch of examples. */
    public Tensor stretch(int offset, Shape example, int examples) {
        return new Tensor(name, isOutline() ? null : data.slice(offset, examples * example.size()), example, examples,
                true, 0, example.size());
    }

    /**
     * A piece of every example, such as one step of a sequence: a view of the same memory, {@code offset} floats after
     * each example's start.
     *
     * @throws IllegalArgumentException if the piece is not within an example
     */
    public Tensor piece(String pieceName, int offset, Shape pieceShape) {
        if (offset < 0 || offset + pieceShape.size() > shape.size()) {
            throw new IllegalArgumentException(pieceShape + " at " + offset + " is not within " + this);
        }
        return batched ? new Tensor(pieceName, data, pieceShape, rows, true, start + offset, stride)
                : new Tensor(pieceName, isOutline() ? null : data.slice(start + offset, pieceShape.size()), pieceShape,
                        1,
                        false, 0, pieceShape.size());
    }

    /** What the tensor is called, for messages and the inspector. */
    public String name() {
        return name;
    }

    /** Whether it has no memory. */
    public boolean isOutline() {
        return data == null;
    }

    /** The memory. Use absolute access only: position and limit belong to nobody. */
    public FloatBuffer data() {
        return data;
    }

    /** The shape of one example, or of the whole where there is no batch. */
    public Shape shape() {
        return shape;
    }

    /** How many examples fit; 1 where there is no batch. */
    public int rows() {
        return rows;
    }

    /** Whether the leading axis is the batch. */
    public boolean batched() {
        return batched;
    }

    /** Where the first example begins in {@link #data}. */
    public int start() {
        return start;
    }

    /** Floats from the beginning of one example to the next. */
    public int stride() {
        return stride;
    }

    /** Whether one example follows the other without a gap; not so for a {@link #piece} of a batch. */
    public boolean contiguous() {
        return stride == shape.size();
    }

    /** Columns as a matrix: the last extent. */
    public int columns() {
        return shape.columns();
    }

    /** Rows as a matrix when the batch holds {@code batchRows} examples (ignored where there is no batch). */
    public int matrixRows(int batchRows) {
        return (batched ? batchRows : 1) * (shape.size() / shape.columns());
    }

    /** Elements in use when the batch holds {@code batchRows} examples (ignored where there is no batch). */
    public int size(int batchRows) {
        return (batched ? batchRows : 1) * shape.size();
    }

    @Override
    public String toString() {
        return name + (batched ? " (" + rows + " ×) " : " ") + shape;
    }
}
