package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Seeds;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The nonlinear autoregressive moving average of order ten (Atiya and Parlos 2000, "New Results on Recurrent Network
 * Training"; Jaeger 2003, "Adaptive Nonlinear System Identification with Echo State Networks"), to be told from its
 * input alone: y(t + 1) = 0.3 y(t) + 0.05 y(t) (y(t) + … + y(t − 9)) + 1.5 u(t − 9) u(t) + 0.1.
 *
 * <p>
 * u is uniform in [0, 0.5) and drawn anew at every step, y begins with zeros, its first 200 steps are left out. The input
 * at step t is u(t), the target y(t + horizon): with the usual horizon of 1 the system's answer to that very input. The
 * system can run away; a series in which |y| exceeds 1 is drawn again.
 */
@Named(aliases = "narma-10", about = "NARMA of order ten: the output of a nonlinear system with memory, from its random input")
public record Narma10(
        @Setting(about = "How the series is cut into examples.", byDefault = "{}") Cut cut,
        @Setting(about = "Seed of the input; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    private static final int ORDER = 10;
    private static final int DISCARD = 200;
    private static final int PATIENCE = 1000;

    @Override
    public Dataset load(Origin origin) throws DataException {
        int count = cut.steps() + cut.horizon();
        long own = seed.isPresent() ? seed.getAsInt() : origin.seed();
        double[] u = new double[DISCARD + count];
        double[] y = new double[DISCARD + count];
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            if (draw(u, y, Seeds.generator(own, "data", "narma10", attempt))) {
                return cut.of("the generator narma10", tail(u), tail(y));
            }
        }
        throw new DataException("none of " + PATIENCE + " series of " + count
                + " steps of NARMA-10 stayed within [-1, 1];"
                + " make data.cut.train shorter");
    }

    private static double[] tail(double[] values) {
        return Arrays.copyOfRange(values, DISCARD, values.length);
    }

    /** Draws a series; false if it runs away. */
    private static boolean draw(double[] u, double[] y, RandomGenerator random) {
        for (int t = 0; t < u.length; t++) {
            u[t] = 0.5 * random.nextDouble();
        }
        for (int t = 0; t + 1 < y.length; t++) {
            double sum = 0;
            for (int i = 0; i < ORDER && i <= t; i++) {
                sum += y[t - i];
            }
            double before = t < ORDER - 1 ? 0 : u[t - ORDER + 1];
            y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * before * u[t] + 0.1;
            if (!(Math.abs(y[t + 1]) <= 1)) {
                return false;
            }
        }
        return true;
    }
}
