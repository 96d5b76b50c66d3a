package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.OptionalInt;

/**
 * A learning rate that falls along half a cosine (Loshchilov and Hutter 2017): floor + (1 − floor) (1 + cos(π t / T)) / 2
 * at step t of T, and stays at the floor from then on.
 */
@Named(about = "falls along half a cosine: times floor + (1 - floor) (1 + cos(pi t / T)) / 2 at step t of T")
public record Cosine(
        @Setting(about = "What it ends at, as a share of the learning rate.", byDefault = "0", min = 0, max = 1) double floor,
        @Setting(about = "Epochs until it is there; auto: the whole training.", byDefault = "auto", min = 1) OptionalInt epochs)
        implements Schedule {
    @Override
    public boolean spansTraining() {
        return epochs.isEmpty();
    }

    @Override
    public Course begin(Horizon horizon) {
        double last = epochs.isPresent() ? (double) epochs.getAsInt() * horizon.stepsPerEpoch() : horizon.steps();
        return step -> between(1, floor, Math.min(1, step / Math.max(1, last)));
    }

    /** From {@code from} to {@code to} along half a cosine, as the share goes from 0 to 1. */
    static double between(double from, double to, double share) {
        return to + (from - to) * (1 + StrictMath.cos(Math.PI * share)) / 2;
    }
}
