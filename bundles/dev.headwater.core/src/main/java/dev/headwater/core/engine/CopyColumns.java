package dev.headwater.core.engine;

import dev.headwater.core.layer.Sweep;
import dev.headwater.core.tensor.Tensor;

/** A copy of some columns of one tensor into another, row by row, within native memory. */
record CopyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns) implements Sweep {
    CopyColumns {
        if (!to.contiguous() || !from.contiguous()) {
            throw new IllegalArgumentException("columns are copied between whole batches: " + to + " from " + from);
        }
    }

    @Override
    public void run(int rows) {
        int all = to.matrixRows(rows);
        int toWidth = to.columns();
        int fromWidth = from.columns();
        for (int row = 0; row < all; row++) {
            to.data().put(row * toWidth + toColumn, from.data(), row * fromWidth + fromColumn, columns);
        }
    }
}
