package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Steps of batched sequences {@code [time, ...]}: views of one step of all examples, and copies of single steps of
 * single examples for what depends on an example's length. Moves native memory, allocates nothing but views.
 */
final class Steps {
    private static final float[] NOTHING = new float[1024];

    private Steps() {
    }

    /** Some tensors and then others, for a step's sweep. */
    static Tensor[] join(Tensor[] first, Tensor... second) {
        Tensor[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** How many values a step has. */
    static int size(Tensor sequence) {
        return sequence.shape().size() / sequence.shape().extent(0);
    }

    /** One step of every example, as a row: a view. */
    static Tensor at(Tensor sequence, int step) {
        int size = size(sequence);
        return sequence.piece(sequence.name() + "[" + step + "]", step * size, Shape.of(size));
    }

    /** Copies {@code count} steps of {@code size} values of one example. */
    static void copy(Tensor to, int toStep, Tensor from, int fromStep, int count, int size, int example) {
        to.data().put(to.start() + example * to.stride() + toStep * size, from.data(),
                from.start() + example * from.stride() + fromStep * size, count * size);
    }

    /** Fills the steps of one example from {@code from} to before {@code to} with zeros. */
    static void clear(Tensor tensor, int from, int to, int size, int example) {
        int begin = tensor.start() + example * tensor.stride();
        zero(tensor.data(), begin + from * size, begin + to * size);
    }

    /** Fills memory with zeros, from one float to before another. */
    static void zero(FloatBuffer data, int from, int to) {
        for (int at = from; at < to; at += NOTHING.length) {
            data.put(at, NOTHING, 0, Math.min(NOTHING.length, to - at));
        }
    }

    /** Copies the last step that counts, of every example; zeros where none does. */
    static void last(Tensor sequence, Tensor into, Pass pass) {
        int steps = sequence.shape().extent(0);
        int size = size(sequence);
        for (int example = 0; example < pass.rows(); example++) {
            int length = pass.length(example, steps);
            if (length > 0) {
                copy(into, 0, sequence, length - 1, 1, size, example);
            } else {
                clear(into, 0, 1, size, example);
            }
        }
    }

    /** The transpose of {@link #last}: a sequence of zeros but for the last step that counts. */
    static void onlyLast(Tensor from, Tensor sequence, Pass pass) {
        int steps = sequence.shape().extent(0);
        int size = size(sequence);
        for (int example = 0; example < pass.rows(); example++) {
            int length = pass.length(example, steps);
            clear(sequence, 0, steps, size, example);
            if (length > 0) {
                copy(sequence, length - 1, from, 0, 1, size, example);
            }
        }
    }

    /**
     * How many values of an example count, from the first on. The first of several axes is time; of an example without
     * one all count or, where it is itself a step that is padding, none.
     */
    static int counted(Shape shape, int example, Pass pass) {
        int steps = shape.rank() > 1 ? shape.extent(0) : 1;
        return pass.padded() ? pass.length(example, steps) * (shape.size() / steps) : shape.size();
    }

    /** Zeros at every step that is padding. */
    static void clearPadding(Tensor sequence, Pass pass) {
        for (int example = 0; pass.padded() && example < pass.rows(); example++) {
            clear(sequence, counted(sequence.shape(), example, pass), sequence.shape().size(), 1, example);
        }
    }

    /** The steps that count in reverse order, and zeros for the padding after them. */
    static void reverse(Tensor from, Tensor to, Pass pass) {
        int steps = from.shape().extent(0);
        int size = size(from);
        for (int example = 0; example < pass.rows(); example++) {
            int length = pass.length(example, steps);
            for (int t = 0; t < length; t++) {
                copy(to, t, from, length - 1 - t, 1, size, example);
            }
            clear(to, length, steps, size, example);
        }
    }
}
