package dev.headwater.core.engine;

/**
 * Finds out whether a second thread makes the steps of a training faster, which depends on the network, the machine and
 * what else runs there, and changes no bit. Now and then, at first more often, some steps are made with it and some
 * without, in turn; those that follow are made in the faster way.
 */
final class Pace {
    /** Steps measured together, as many as lie between two looks at all rows. */
    private static final int WINDOW = 16;
    private static final int WINDOWS = 6;
    /** Steps between the first two attempts, of which the first falls into the time in which the JVM still compiles. */
    private static final int SOON = 400;
    private static final int LATER = 4;
    private static final int STEPS_BETWEEN = 20_000;

    private final double[] fastest = new double[2];
    private boolean together = true;
    private int window;
    private int steps;
    private int between = SOON;
    private long began;

    Pace() {
        forget();
    }

    private void forget() {
        window = 0;
        fastest[0] = Double.POSITIVE_INFINITY;
        fastest[1] = Double.POSITIVE_INFINITY;
    }

    /** Whether the next step is to be made with the second thread. */
    boolean together() {
        return together;
    }

    /** After a step, at this time in nanoseconds. */
    void step(long now) {
        if (steps == 0 && window == 0) {
            began = now; // the time before the first step is not a step's
        }
        steps++;
        if (window == WINDOWS) {
            if (steps > between) {
                steps = 0;
                between = Math.min(STEPS_BETWEEN, between * LATER);
                forget();
            }
        } else if (steps > WINDOW) {
            int mode = together ? 1 : 0;
            fastest[mode] = Math.min(fastest[mode], (now - began) / (double) WINDOW);
            began = now;
            steps = 1;
            together = ++window == WINDOWS ? fastest[1] <= fastest[0] : !together;
        }
    }
}
