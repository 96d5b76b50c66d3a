package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;

/**
 * Two noisy concentric circles, as scikit-learn's {@code make_circles}: class 0 at equal angles on the unit circle,
 * class 1 on the circle of radius {@code factor}. Half of the points each; an odd one goes to the inner circle.
 */
@Named(about = "two noisy concentric circles: 0 outside, 1 inside; not to be divided by a line")
public record Circle(
        @Setting(about = "Number of points.", byDefault = "1000", min = 4, max = 10_000_000) int points,
        @Setting(about = "Standard deviation on each axis.", byDefault = "0.1", min = 0, max = 1e6) double noise,
        @Setting(about = "Radius of the inner circle; that of"
                + " the outer is 1.", byDefault = "0.8", min = 0, max = 1, maxExclusive = true) double factor,
        @Setting(about = "Seed of the points; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    @Override
    public Dataset load(Origin origin) {
        PointCloud cloud = new PointCloud("circle", seed, origin, points, 2);
        int outer = points / 2;
        draw(cloud, 0, outer, 1);
        draw(cloud, 1, points - outer, factor);
        return cloud.shuffled(2);
    }

    private void draw(PointCloud cloud, int label, int count, double radius) {
        for (int i = 0; i < count; i++) {
            double angle = 2 * StrictMath.PI * i / count;
            cloud.add(label, noise, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
    }
}
