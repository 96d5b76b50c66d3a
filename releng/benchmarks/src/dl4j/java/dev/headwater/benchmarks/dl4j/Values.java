package dev.headwater.benchmarks.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of ND4J. */
final class Values {
    private Values() {
    }

    /** Row-major values. */
    static INDArray of(float[] values, long... shape) {
        return Nd4j.create(values, shape, 'c');
    }

    /** The transpose of row-major values: DL4J keeps weights as (in, out). */
    static INDArray transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
        return of(turned, columns, rows);
    }
}
