package dev.headwater.core.activation;

/**
 * An element-wise function a = f(z). The scalar methods are the mathematics in double; the tile methods are what
 * training runs. Implementations are public records listed in {@link Activations}.
 */
public interface Activation {
    /** f(z). */
    double value(double z);

    /** f'(z); at a kink PyTorch's choice. */
    double slope(double z);

    /** The largest |f'| over all z: the yardstick of saturation. For a slope without bound, that at 0. */
    double steepest();

    /**
     * What weights before this function are multiplied by so that signals keep their size: PyTorch's
     * {@code calculate_gain} where it has the function, else 1 / √E[f(z)²] over a standard normal z.
     */
    default double gain() {
        return Gain.of(this);
    }

    /** {@code a[i] = f(z[i])} for i in [0, n); {@code a} may not be {@code z}. */
    void value(float[] z, float[] a, int n);

    /** {@code a[i] = f(z[i])} and {@code d[i] = f'(z[i])} for i in [0, n); {@code d} may be {@code z}, {@code a} not. */
    void valueAndSlope(float[] z, float[] a, float[] d, int n);

    /**
     * Whether f' is 0 or its steepest everywhere, and 0 exactly where f is: then a layer keeps no slopes, for its outputs
     * tell them, and {@code value} may be computed in place.
     */
    default boolean isGate() {
        return false;
    }

    /** For a {@link #isGate gate}, {@code dz[i] = dy[i] f'(z[i])} where {@code a[i] = f(z[i])}; {@code dz} may be {@code dy}. */
    default void back(float[] a, float[] dy, float[] dz, int n) {
        throw new UnsupportedOperationException(this + " is no gate");
    }
}
