package dev.headwater.core.activation;

/**
 * The exponential that the smooth activations share: e^|t| − 1 with a relative error of a few 1e-6 at the far end and
 * of one unit in the last place near 0, by a polynomial and repeated doubling, (e^2x − 1) = m (m + 2) with m = e^x − 1.
 * The loops are short and branch-free on purpose: longer bodies are not vectorized.
 */
final class Exponential {
    /** Beyond this e^t would overflow a float; arguments are held there. */
    private static final float LIMIT = 87f;

    /** Beyond this e^−|z| is 0 in float. */
    private static final float BEYOND = 120f;

    private static final int DOUBLINGS = 6;

    private Exponential() {
    }

    /** {@code m[i] = e^|scale · z[i]| − 1}, the argument held at 87; NaN stays NaN. {@code m} may not be {@code z}. */
    static void minusOneOfAbs(float[] z, float scale, float[] m, int n) {
        polynomial(z, scale, m, n);
        doublings(m, n);
    }

    /** {@code m[i] = e^|m[i]| − 1} in place. */
    static void minusOneOfAbs(float[] m, int n) {
        polynomial(m, 1f, m, n);
        doublings(m, n);
    }

    /** {@code m[i] = e^−min(0, z[i]) − 1}: as {@link #minusOneOfAbs} for negative arguments, 0 for positive ones. */
    static void minusOneOfNegative(float[] z, float[] m, int n) {
        minusOneOfNegative(z, 1f, m, n);
    }

    /** {@code m[i] = e^−scale · min(0, z[i]) − 1}. */
    static void minusOneOfNegative(float[] z, float scale, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            m[i] = Math.min(0f, z[i]);
        }
        polynomial(m, scale, m, n);
        doublings(m, n);
    }

    private static void polynomial(float[] z, float scale, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.min(LIMIT, Math.abs(z[i] * scale)) * (1f / (1 << DOUBLINGS));
            float p = Math.fma(t, 1f / 362880, 1f / 40320);
            p = Math.fma(t, p, 1f / 5040);
            p = Math.fma(t, p, 1f / 720);
            p = Math.fma(t, p, 1f / 120);
            p = Math.fma(t, p, 1f / 24);
            p = Math.fma(t, p, 1f / 6);
            p = Math.fma(t, p, 1f / 2);
            m[i] = t * Math.fma(t, p, 1f);
        }
    }

    private static void doublings(float[] m, int n) {
        for (int i = 0; i < n; i++) {
            float x = m[i];
            x = x * (x + 2f);
            x = x * (x + 2f);
            x = x * (x + 2f);
            m[i] = x;
        }
        for (int i = 0; i < n; i++) {
            float x = m[i];
            x = x * (x + 2f);
            x = x * (x + 2f);
            m[i] = x * (x + 2f);
        }
    }

    /** {@code z} held within ±{@value #BEYOND}: enough to change nothing that a tail of e^−|z| multiplies. */
    static float held(float z) {
        return Math.max(-BEYOND, Math.min(BEYOND, z));
    }

    /** min(0, z), held, so that times a tail it is nearly 0 for −infinity too. */
    static float below(float z) {
        return Math.max(-BEYOND, Math.min(0f, z));
    }

    /** 1 where z &gt; 0, else 0, without a branch; NaN stays NaN. */
    static float step(float z) {
        return Math.max(0f, Math.signum(z));
    }
}
