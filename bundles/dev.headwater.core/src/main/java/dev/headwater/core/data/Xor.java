package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;

/**
 * Gaussian clouds around the four corners (±1, ±1); class 1 where the signs of the corner's coordinates differ. The
 * corners take turns.
 */
@Named(about = "clouds around (±1, ±1): 1 where the signs differ; the smallest task that needs a hidden layer")
public record Xor(
        @Setting(about = "Number of points.", byDefault = "1000", min = 4, max = 10_000_000) int points,
        @Setting(about = "Standard deviation on each axis.", byDefault = "0.2", min = 0, max = 1e6) double noise,
        @Setting(about = "Seed of the points; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    @Override
    public Dataset load(Origin origin) {
        PointCloud cloud = new PointCloud("xor", seed, origin, points, 2);
        for (int i = 0; i < points; i++) {
            int right = i & 1;
            int upper = i >> 1 & 1;
            cloud.add(right ^ upper, noise, 2 * right - 1, 2 * upper - 1);
        }
        return cloud.shuffled(2);
    }
}
