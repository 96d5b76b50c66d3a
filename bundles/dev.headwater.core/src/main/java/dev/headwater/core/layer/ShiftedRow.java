package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How taps of one line of a window look at a grid of positions where windows are one step apart: what they see from window
 * to window is the grid itself, shifted. The taps of a line lie together, so where they follow each other without
 * dilation, each n-th position of the grid sees all n of them at once, as one row of n times the width.
 *
 * @param tap the first of them
 * @param shift how many positions after its window's it looks
 * @param phase the first position that it serves
 * @param together how many taps are seen at once, and from which position to which it goes on
 */
record ShiftedRow(int tap, int shift, int phase, int together) {
    /** The products that all taps of a line take. */
    static List<ShiftedRow> of(Window across) {
        int together = across.dilation() == 1 ? across.size() : 1;
        List<ShiftedRow> all = new ArrayList<>();
        for (int tap = 0; tap < across.size(); tap += together) {
            for (int phase = 0; phase < together; phase++) {
                all.add(new ShiftedRow(tap, tap * across.dilation(), phase, together));
            }
        }
        return all;
    }

    /** Of so many positions, how many it serves. */
    int count(int positions) {
        return Math.max(0, Math.ceilDiv(positions - phase, together));
    }

    /** What the taps see of a grid, which has a line of channels for every position. */
    Tensor seen(Tensor grid, int from, int positions) {
        return every(grid, from + shift + phase, count(positions), together);
    }

    /** The lines of a grid of outputs that this serves. */
    Tensor served(Tensor outputs, int from, int positions) {
        return every(outputs, from + phase, count(positions), 1);
    }

    /** The taps' lines of a weight that has a line for every tap and channel. */
    Tensor weight(Tensor w, int firstTap, int channels) {
        return w.piece(w.name(), (firstTap + tap) * channels * w.columns(), Shape.of(together * channels, w.columns()));
    }

    /** Each {@code together}-th line of a grid from one on, or as many that follow each other as one. */
    private Tensor every(Tensor grid, int from, int count, int joined) {
        int columns = grid.columns();
        Tensor lines = grid.stretch(from * columns, Shape.of(together * columns), count);
        return joined == together ? lines : lines.piece(grid.name(), 0, Shape.of(columns));
    }
}
