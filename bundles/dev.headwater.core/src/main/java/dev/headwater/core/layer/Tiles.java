package dev.headwater.core.layer;

/** The element-wise loops that several layers share; every body is one line, so that the compiler vectorizes it. */
final class Tiles {
    private Tiles() {
    }

    /** c = a + b. */
    static void add(float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] + b[i];
        }
    }

    /** c = a ⊙ b. */
    static void multiply(float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] * b[i];
        }
    }

    /** c = a. */
    static void copy(float[] a, float[] c, int n) {
        System.arraycopy(a, 0, c, 0, n);
    }
}
