package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.random.RandomGenerator;

/**
 * A random (semi-)orthogonal matrix times a gain (Saxe et al. 2014): all singular values equal the gain, so a deep
 * linear net neither shrinks nor grows anything. The parameter is seen as (first axis) × (the rest).
 */
@Named(about = "random orthogonal matrix * gain: all singular values equal the gain")
public record Orthogonal(
        @Setting(about = "Factor on the matrix.", byDefault = "1", min = 0, minExclusive = true) double gain,
        @Setting(about = "Whether the layer's activation adds its own gain, such as 1.41 for ReLU.", byDefault = "false") boolean activationGain)
        implements Initializer {
    /** One that leaves the layer's activation out. */
    public Orthogonal(double gain) {
        this(gain, false);
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        int rows = spec.shape().rank() == 0 ? 1 : spec.shape().extent(0);
        matrix(into, rows, gain * (activationGain ? spec.gain() : 1), random);
    }

    /** Fills {@code into}, a matrix of so many rows, with one whose shorter side is an orthonormal basis times a gain. */
    static void matrix(float[] into, int rows, double gain, RandomGenerator random) {
        int columns = into.length / rows;
        boolean wide = columns > rows;
        int vectors = wide ? rows : columns;
        int length = wide ? columns : rows;
        float[] normal = new float[into.length];
        Distribution.NORMAL.draw(normal, 1, random);
        double[][] basis = new double[vectors][length];
        for (int v = 0; v < vectors; v++) {
            for (int i = 0; i < length; i++) {
                basis[v][i] = normal[v * length + i];
            }
            orthonormalize(basis, v);
            for (int i = 0; i < length; i++) {
                into[wide ? v * columns + i : i * columns + v] = (float) (gain * basis[v][i]);
            }
        }
    }

    /** Gram and Schmidt, twice, which is as good as Householder; positive diagonal, hence uniform over the group. */
    private static void orthonormalize(double[][] basis, int v) {
        double[] x = basis[v];
        for (int pass = 0; pass < 2; pass++) {
            for (int u = 0; u < v; u++) {
                double dot = dot(basis[u], x);
                for (int i = 0; i < x.length; i++) {
                    x[i] -= dot * basis[u][i];
                }
            }
            double norm = Math.sqrt(dot(x, x));
            for (int i = 0; i < x.length; i++) {
                x[i] /= norm;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
