package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/**
 * Lines of an example, or of memory without a batch axis, at even distances, as a loop over lines takes them: at its step
 * t line {@code first + t · every}, which lies {@code offset + line · distance} floats after the example's beginning. Of
 * a line below 0 or from {@code extent} on zeros are read, and nothing is written there.
 *
 * @param tensor where they lie
 * @param offset floats in front of line 0
 * @param distance floats from one line to the next
 * @param first the line of the loop's first step
 * @param every lines from one step to the next
 * @param extent how many lines there are
 */
public record Lines(Tensor tensor, int offset, int distance, int first, int every, int extent) {
    /** The line of a step of the loop. */
    public int at(int step) {
        return first + step * every;
    }

    /** Whether there is such a line. */
    public boolean has(int line) {
        return line >= 0 && line < extent;
    }
}
