package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Seeds;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A sine wave, to be told some steps ahead: x(t) = amplitude · sin(2π (t / period + φ)) and Gaussian noise, the phase φ
 * drawn in [0, 1). Jaeger's generator (GMD report 148, §2), sin(t / 4) / 2, has the amplitude 0.5 and the period 25.13.
 */
@Named(about = "sine wave, with noise or without, to be told some steps ahead")
public record Sine(
        @Setting(about = "Height of the wave.", byDefault = "1", min = 0, max = 1e6) double amplitude,
        @Setting(about = "Steps of one turn.", byDefault = "25", min = 2, max = 1e6) double period,
        @Setting(about = "Standard deviation of the noise.", byDefault = "0", min = 0, max = 1e6) double noise,
        @Setting(about = "How the series is cut into examples.", byDefault = "{}") Cut cut,
        @Setting(about = "Seed of phase and noise; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    @Override
    public Dataset load(Origin origin) {
        RandomGenerator random = Seeds.generator(seed.isPresent() ? seed.getAsInt() : origin.seed(), "data", "sine");
        double phase = random.nextDouble();
        double[] series = new double[cut.steps() + cut.horizon()];
        for (int t = 0; t < series.length; t++) {
            series[t] = amplitude * StrictMath.sin(2 * StrictMath.PI * (t / period + phase))
                    + noise * PointCloud.gaussian(random);
        }
        return cut.of("the generator sine", series, series);
    }
}
