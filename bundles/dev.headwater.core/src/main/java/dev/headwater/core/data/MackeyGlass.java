package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Seeds;
import java.util.OptionalInt;

/**
 * The series of Mackey and Glass (1977, "Oscillation and Chaos in Physiological Control Systems"), to be told some steps
 * ahead: dx/dt = 0.2 x(t − τ) / (1 + x(t − τ)^10) − 0.1 x(t), mildly chaotic at τ = 17, wildly at τ = 30.
 *
 * <p>
 * Before 0 the history is constant, drawn in [1.1, 1.3); from there it is integrated in steps of 1/substeps. The value of
 * every {@code sampling}th unit of time, after the first {@code discard} units, is the series. {@link Method#RK4} is the
 * classical method of fourth order, with x(t − τ) halfway between two steps from Hermite's cubic through values and
 * slopes of both. {@link Method#EULER} is x(t + δ) = x(t) + δ dx/dt, as Jaeger 2001 (GMD report 148, §6) has it with
 * δ = 1/10; he trains on tanh(x − 1), here {@code squash}.
 */
@Named(about = "Mackey-Glass: a chaotic series with delay, to be told some steps ahead")
public record MackeyGlass(
        @Setting(about = "The delay, in units of time.", byDefault = "17", min = 1, max = 1000) int tau,
        @Setting(about = "Steps of integration in a unit of time.", byDefault = "10", min = 1, max = 10_000) int substeps,
        @Setting(about = "How it is integrated: rk4 or euler.", byDefault = "rk4") Method method,
        @Setting(about = "Units of time from one value of the series to the next.", byDefault = "1", min = 1, max = 1000) int sampling,
        @Setting(about = "Units of time at the beginning that are left out.", byDefault = "1000", min = 0, max = 1_000_000) int discard,
        @Setting(about = "Whether the series is tanh(x - 1) instead of x.", byDefault = "false") boolean squash,
        @Setting(about = "How the series is cut into examples.", byDefault = "{}") Cut cut,
        @Setting(about = "Seed of the beginning; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** How the equation is integrated. */
    public enum Method {
        /** Runge and Kutta's method of fourth order. */
        RK4,
        /** Euler's method. */
        EULER
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that takes too many steps of integration
     */
    public MackeyGlass {
        double nodes = (discard + (double) (cut.steps() + cut.horizon()) * sampling) * substeps;
        if (nodes > PointCloud.MOST_VALUES) {
            throw new IllegalArgumentException("mackey-glass can take at most " + PointCloud.MOST_VALUES
                    + " steps of integration, (discard + steps × sampling) × substeps was " + (long) nodes);
        }
    }

    @Override
    public Dataset load(Origin origin) {
        double start = 1.1 + 0.2 * Seeds.generator(seed.isPresent() ? seed.getAsInt() : origin.seed(), "data",
                "mackey-glass").nextDouble();
        double[] series = series(start, cut.steps() + cut.horizon());
        return cut.of("the generator mackey-glass", series, series);
    }

    /** So many values of the series that begins with a constant history of {@code start}. */
    double[] series(double start, int count) {
        int nodes = (discard + (count - 1) * sampling) * substeps + 1;
        double[] x = new double[nodes];
        double[] slope = new double[nodes];
        x[0] = start;
        double h = 1.0 / substeps;
        int delay = tau * substeps;
        for (int i = 0; i < nodes; i++) {
            double then = i < delay ? start : x[i - delay];
            slope[i] = slope(x[i], then);
            if (i + 1 < nodes) {
                x[i + 1] = method == Method.EULER ? x[i] + h * slope[i]
                        : x[i] + h / 6 * rungeKutta(x, slope, i, delay, h);
            }
        }
        double[] series = new double[count];
        for (int i = 0; i < count; i++) {
            double value = x[(discard + i * sampling) * substeps];
            series[i] = squash ? StrictMath.tanh(value - 1) : value;
        }
        return series;
    }

    /** k1 + 2 k2 + 2 k3 + k4 of the step from node i on. */
    private static double rungeKutta(double[] x, double[] slope, int i, int delay, double h) {
        int past = i - delay;
        double half = past < 0 ? x[0] : (x[past] + x[past + 1]) / 2 + h / 8 * (slope[past] - slope[past + 1]);
        double end = past < 0 ? x[0] : x[past + 1];
        double k2 = slope(x[i] + h / 2 * slope[i], half);
        double k3 = slope(x[i] + h / 2 * k2, half);
        double k4 = slope(x[i] + h * k3, end);
        return slope[i] + 2 * k2 + 2 * k3 + k4;
    }

    private static double slope(double now, double then) {
        double second = then * then;
        double fourth = second * second;
        return 0.2 * then / (1 + fourth * fourth * second) - 0.1 * now;
    }
}
