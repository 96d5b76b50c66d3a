package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;

/** The learning rate as the optimizer has it, at every step. */
@Named(about = "the same learning rate at every step")
public record Constant() implements Schedule {
    @Override
    public Course begin(Horizon horizon) {
        return step -> 1;
    }
}
