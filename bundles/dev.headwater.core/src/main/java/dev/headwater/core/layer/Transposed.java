package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * A weight with rows and columns exchanged, for a product that is made again and again with the same weight, such as that
 * of a recurrent layer at every step: one with a transposed second factor is slower than one without, by more than it
 * takes to transpose that once.
 */
final class Transposed {
    private final Tensor matrix;
    private final Sweep turn;

    /** The transpose of a matrix, in the buffer of this name. */
    Transposed(Place place, String name, Tensor of) {
        int rows = of.shape().extent(0);
        int columns = of.columns();
        matrix = place.buffer(name, Shape.of(columns, rows));
        turn = place.each((w, r, i) -> turn(r[0], w[0], rows, columns), new Tensor[] {matrix}, of);
    }

    /** The transpose, as it was when {@link #refresh} was called last. */
    Tensor matrix() {
        return matrix;
    }

    /** Transposes what the weight is now. */
    void refresh() {
        turn.run(1);
    }

    private static void turn(float[] from, float[] to, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                to[column * rows + row] = from[row * columns + column];
            }
        }
    }
}
