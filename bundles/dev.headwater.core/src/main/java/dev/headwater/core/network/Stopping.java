package dev.headwater.core.network;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.schedule.Monitor;

/** Whether training may end before its last epoch. A closed choice. */
public sealed interface Stopping {
    /** Trains for all epochs. */
    @Named(about = "trains for all epochs")
    record Never() implements Stopping {
    }

    /** Ends once the watched number has not improved for some epochs. */
    @Named(about = "ends once the watched number has not improved for some epochs")
    record Early(
            @Setting(about = "What is watched; the best checkpoint is the best of it.", byDefault = "validation-loss") Monitor monitor,
            @Setting(about = "Epochs in a row without improvement that end the training.", byDefault = "10", min = 1) int patience,
            @Setting(about = "By how much a number must be better to count.", byDefault = "0", min = 0, max = Float.MAX_VALUE) double minDelta,
            @Setting(about = "Whether the result is the network of the best epoch instead of the last.", byDefault = "true") boolean restoreBest)
            implements Stopping {
    }

    /** What the best checkpoint is the best of. */
    default Monitor monitor() {
        return Monitor.VALIDATION_LOSS;
    }
}
