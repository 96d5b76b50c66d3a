package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;

/**
 * Arms of Archimedean spirals wound into each other: point i of n on arm k lies at radius r = (i + 1) / n and angle
 * 2π (turns · r + k / arms), plus noise. Every arm is a class; the points are divided equally, the first arms get what
 * is left over.
 */
@Named(about = "arms of a spiral wound into each other, one class each; the radius grows to 1")
public record Spirals(
        @Setting(about = "Number of points.", byDefault = "1000", min = 4, max = 10_000_000) int points,
        @Setting(about = "How often an arm winds around.", byDefault = "1.75", min = 0, max = 100) double turns,
        @Setting(about = "Number of arms, and so of classes.", byDefault = "2", min = 2, max = 1000) int arms,
        @Setting(about = "Standard deviation on each axis.", byDefault = "0.02", min = 0, max = 1e6) double noise,
        @Setting(about = "Seed of the points; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /**
     * These settings.
     *
     * @throws IllegalArgumentException if there are fewer points than arms
     */
    public Spirals {
        if (points < arms) {
            throw new IllegalArgumentException("spirals with " + arms + " arms need at least as many points, was "
                    + points);
        }
    }

    @Override
    public Dataset load(Origin origin) {
        PointCloud cloud = new PointCloud("spirals", seed, origin, points, 2);
        for (int arm = 0; arm < arms; arm++) {
            int count = points / arms + (arm < points % arms ? 1 : 0);
            for (int i = 0; i < count; i++) {
                double radius = (i + 1.0) / count;
                double angle = 2 * StrictMath.PI * (turns * radius + (double) arm / arms);
                cloud.add(arm, noise, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
            }
        }
        return cloud.shuffled(arms);
    }
}
