package dev.headwater.core.initializer;

import java.util.random.RandomGenerator;

/** The shape of a random draw with mean 0 and a given standard deviation. */
public enum Distribution {
    /** Uniform in ±√3 · sd. */
    UNIFORM {
        @Override
        void draw(float[] into, double deviation, RandomGenerator random) {
            double bound = Math.sqrt(3) * deviation;
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
    },
    /** Gaussian, not truncated. */
    NORMAL {
        @Override
        void draw(float[] into, double deviation, RandomGenerator random) {
            for (int i = 0; i < into.length; i += 2) {
                // Box and Muller with StrictMath: the JDK may change its own Gaussian, a run's start may not change.
                double radius = deviation * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
                double angle = 2 * Math.PI * random.nextDouble();
                into[i] = (float) (radius * StrictMath.cos(angle));
                if (i + 1 < into.length) {
                    into[i + 1] = (float) (radius * StrictMath.sin(angle));
                }
            }
        }
    };

    abstract void draw(float[] into, double deviation, RandomGenerator random);
}
