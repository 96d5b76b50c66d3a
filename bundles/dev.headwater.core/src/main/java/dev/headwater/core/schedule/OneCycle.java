package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;

/**
 * One rise to the learning rate and one long fall (Smith and Topin 2018), both along half a cosine, as PyTorch's
 * {@code OneCycleLR} has it, from rate / from to the rate to rate / from / to. The optimizer's momentum is left alone.
 */
@Named(about = "rises to the learning rate and falls far below it, once over the whole training, along cosines")
public record OneCycle(
        @Setting(about = "Share of the training that it rises.", byDefault = "0.3", min = 0, max = 1, minExclusive = true, maxExclusive = true) double rise,
        @Setting(about = "What the learning rate is divided by at the beginning.", byDefault = "25", min = 1, max = 1e12) double from,
        @Setting(about = "What the beginning is divided by at the end.", byDefault = "10000", min = 1, max = 1e12) double to)
        implements Schedule {
    @Override
    public boolean spansTraining() {
        return true;
    }

    @Override
    public Course begin(Horizon horizon) {
        double top = Math.max(0, rise * horizon.steps() - 1);
        double last = Math.max(horizon.steps() - 1.0, top);
        double first = 1 / from;
        double end = first / to;
        return step -> step <= top ? Cosine.between(first, 1, top == 0 ? 1 : step / top)
                : Cosine.between(1, end, Math.min(1, (step - top) / (last - top)));
    }
}
