package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.Map;

/**
 * A learning rate that first rises in a straight line, start + (1 − start) t / steps at step t as PyTorch's
 * {@code LinearLR}, and then follows another schedule, for which that is step 0. Adam's first steps, whose mean squares are
 * still guesses, and deep nets with their norm behind the sum need it.
 */
@Named(about = "rises in a straight line over the first steps, then follows another schedule")
public record WarmUp(
        @Setting(about = "How many steps it rises.", byDefault = "500", min = 1) int steps,
        @Setting(about = "What it begins with, as a share of the learning rate.", byDefault = "0.01", min = 0, max = 1, minExclusive = true) double start,
        @Setting(about = "The schedule that follows.", byDefault = "constant") Schedule then) implements Schedule {
    @Override
    public boolean spansTraining() {
        return then.spansTraining();
    }

    @Override
    public Monitor watched() {
        return then.watched();
    }

    @Override
    public Course begin(Horizon horizon) {
        Course later = then.begin(new Horizon(horizon.stepsPerEpoch(), Math.max(1, horizon.steps() - steps)));
        return new Course() {
            @Override
            public double factor(long step) {
                return step < steps ? start + (1 - start) * step / steps : later.factor(step - steps);
            }

            @Override
            public void epochEnded(double metric) {
                later.epochEnded(metric);
            }

            @Override
            public Map<String, String> state() {
                return later.state();
            }

            @Override
            public void restore(Map<String, String> state) {
                later.restore(state);
            }
        };
    }
}
