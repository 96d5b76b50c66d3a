package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Gaussian clouds around random centers, as scikit-learn's {@code make_blobs}: the centers are uniform in [−10, 10] on
 * each axis, every center is a class. The points are divided equally; the first classes get what is left over.
 */
@Named(about = "Gaussian clouds around random centers in [-10, 10], one class each")
public record Blobs(
        @Setting(about = "Number of points.", byDefault = "1000", min = 4, max = 10_000_000) int points,
        @Setting(about = "Number of centers, and so of classes.", byDefault = "3", min = 2, max = 1000) int centers,
        @Setting(about = "Number of coordinates.", byDefault = "2", min = 1, max = 10_000) int features,
        @Setting(about = "Standard deviation on each axis.", byDefault = "2", min = 0, max = 1e6) double spread,
        @Setting(about = "Seed of centers and points; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    private static final double BOX = 10;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if there are fewer points than centers, or too many numbers
     */
    public Blobs {
        if (points < centers) {
            throw new IllegalArgumentException("blobs with " + centers + " centers need at least as many points, was "
                    + points);
        }
        if ((long) points * features > PointCloud.MOST_VALUES) {
            throw new IllegalArgumentException("blobs can have at most " + PointCloud.MOST_VALUES
                    + " numbers, points × features was " + points + " × " + features);
        }
    }

    @Override
    public Dataset load(Origin origin) {
        PointCloud cloud = new PointCloud("blobs", seed, origin, points, features);
        RandomGenerator random = cloud.generator("centers");
        for (int label = 0; label < centers; label++) {
            double[] center = new double[features];
            for (int i = 0; i < features; i++) {
                center[i] = BOX * (2 * random.nextDouble() - 1);
            }
            int count = points / centers + (label < points % centers ? 1 : 0);
            for (int i = 0; i < count; i++) {
                cloud.add(label, spread, center);
            }
        }
        return cloud.shuffled(centers);
    }
}
