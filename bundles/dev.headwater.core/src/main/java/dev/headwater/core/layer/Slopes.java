package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;

/** Loops over one example in which the layer, or each channel, has a factor. */
final class Slopes {
    private final int size;
    private final int columns;
    private final int step;

    /** Loops over examples of this shape with so many factors: one, or as many as it has columns. */
    Slopes(Shape shape, int factors) {
        size = shape.size();
        columns = factors == 1 ? size : factors;
        step = factors == 1 ? 0 : 1;
    }

    /** y = a x. */
    void multiply(float[] x, float[] a, float[] y) {
        for (int at = 0; at < size; at += columns) {
            for (int j = 0; j < columns; j++) {
                y[at + j] = a[j * step] * x[at + j];
            }
        }
    }

    /** slope = 1 where x is positive and else a, y = slope · x. */
    void bend(float[] x, float[] a, float[] y, float[] slope) {
        for (int at = 0; at < size; at += columns) {
            for (int j = 0; j < columns; j++) {
                float s = x[at + j] > 0 ? 1 : a[j * step];
                slope[at + j] = s;
                y[at + j] = s * x[at + j];
            }
        }
    }

    /** sums += Σ x y, where there is one sum in double. */
    void addProducts(float[] x, float[] y, float[] sums) {
        if (step == 0) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += (double) x[i] * y[i];
            }
            sums[0] += (float) sum;
            return;
        }
        for (int at = 0; at < size; at += columns) {
            for (int j = 0; j < columns; j++) {
                sums[j] += x[at + j] * y[at + j];
            }
        }
    }

    /** sums += Σ dy min(x, 0), where there is one sum in double. */
    void addNegatives(float[] dy, float[] x, float[] sums) {
        if (step == 0) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += (double) dy[i] * Math.min(x[i], 0f);
            }
            sums[0] += (float) sum;
            return;
        }
        for (int at = 0; at < size; at += columns) {
            for (int j = 0; j < columns; j++) {
                sums[j] += dy[at + j] * Math.min(x[at + j], 0f);
            }
        }
    }
}
