package dev.headwater.benchmarks.workload;

import java.util.Random;

/** Data drawn from fixed seeds. */
final class Draws {
    private Draws() {
    }

    /** Values uniform in [0, 1). */
    static float[] uniform(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Values of the standard normal distribution. */
    static float[] normal(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Whole numbers from 0 to below {@code classes}. */
    static float[] labels(int n, int classes, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(classes);
        }
        return values;
    }
}
