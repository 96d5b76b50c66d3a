package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;

/** Few connections: the values of a square parameter that are not 0, row by row; products cost only those. */
final class SparseConnections implements Connections {
    private final int n;
    private final FloatBuffer source;
    private final FloatBuffer known;
    private final float[] dense;
    private final int[] begin;
    private final int[] column;
    private final float[] value;

    /** The matrix over this parameter, empty until {@link #refresh}. */
    SparseConnections(Tensor parameter) {
        n = parameter.columns();
        int values = parameter.isOutline() ? 0 : n * n; // where only memory is counted there is nothing to read
        source = values == 0 ? FloatBuffer.allocate(0) : parameter.data().duplicate().position(parameter.start())
                .limit(parameter.start() + values);
        dense = new float[values];
        known = FloatBuffer.wrap(dense);
        begin = new int[n + 1];
        column = new int[values];
        value = new float[values];
    }

    /** Quick if nothing has changed. */
    @Override
    public void refresh() {
        if (source.mismatch(known) < 0) {
            return;
        }
        source.get(source.position(), dense);
        int at = 0;
        for (int i = 0; i < n; i++) {
            begin[i] = at;
            for (int j = 0; j < n; j++) {
                if (dense[i * n + j] != 0) {
                    column[at] = j;
                    value[at++] = dense[i * n + j];
                }
            }
        }
        begin[n] = at;
    }

    @Override
    public void times(double[] x, double[] y) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = begin[i]; k < begin[i + 1]; k++) {
                sum += value[k] * x[column[k]];
            }
            y[i] = sum;
        }
    }

    @Override
    public void addTransposedTimes(double[] y, double[] x) {
        for (int i = 0; i < n; i++) {
            double yi = y[i];
            for (int k = begin[i]; k < begin[i + 1]; k++) {
                x[column[k]] += value[k] * yi;
            }
        }
    }
}
