package dev.headwater.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Exp;

/** The law for activations, point (c): the tiles against the scalar mathematics, over z from −20 to 20 and beyond. */
final class ActivationLaw {
    private static final int POINTS = 40_001;
    private static final double FAR = 20;

    private ActivationLaw() {
    }

    /** Fails unless value and slope obey. */
    static void check(Activation f) {
        float[] z = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            z[i] = (float) (-FAR + 2 * FAR * i / (POINTS - 1));
        }
        float[] a = new float[POINTS];
        float[] d = new float[POINTS];
        float[] alone = new float[POINTS];
        f.valueAndSlope(z, a, d, POINTS);
        f.value(z, alone, POINTS);
        float lowest = (float) f.value(-1e30);
        float highest = (float) f.value(1e30);
        for (int i = 0; i < POINTS; i++) {
            double value = f.value(z[i]);
            double slope = f.slope(z[i]);
            String at = f + " at z = " + z[i] + ": ";
            assertTrue(Math.abs(a[i] - value) <= 1e-6 * Math.max(1, Math.abs(value)), at + "value " + a[i] + " is "
                    + value);
            assertEquals(a[i], alone[i], 1e-6 * Math.max(1, Math.abs(value)), at + "value alone differs");
            assertTrue(Math.abs(d[i] - slope) <= 1e-4 * Math.abs(slope) + 2e-7 * f.steepest(),
                    at + "slope " + d[i] + " is " + slope);
            assertTrue(d[i] != 0 || a[i] == lowest || a[i] == highest,
                    at + "slope is 0 but the value " + a[i] + " is not at its limit");
            assertTrue(unbounded(f) || Math.abs(slope) <= f.steepest() * (1 + 1e-12), at + "slope exceeds steepest");
        }
    }

    /** Fails unless the scalar slope is the derivative of the scalar value, away from kinks. */
    static void checkScalars(Activation f) {
        double steepest = 0;
        for (int i = 0; i < 4000; i++) {
            double z = -FAR + 2 * FAR * (i + 0.37) / 4000;
            double[] gradient = CentralDifference.gradient(new double[] {z}, x -> f.value(x[0]));
            steepest = Math.max(steepest, Math.abs(f.slope(z)));
            if (gradient != null) {
                double largest = unbounded(f) ? Math.max(1, Math.abs(f.slope(z))) : f.steepest();
                assertEquals(gradient[0], f.slope(z), 1e-8 * largest, f + " at z = " + z);
            }
        }
        assertEquals(f.steepest(), unbounded(f) ? f.slope(0) : steepest, 0.01 * f.steepest(), f
                + ": steepest is reached");
    }

    /** Whether the slope grows for ever, so that the slope at 0 stands for the steepest. */
    private static boolean unbounded(Activation f) {
        return f instanceof Exp;
    }
}
