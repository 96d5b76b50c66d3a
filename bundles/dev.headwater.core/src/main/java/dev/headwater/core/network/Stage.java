package dev.headwater.core.network;

import dev.headwater.core.catalog.Setting;
import java.util.List;
import java.util.OptionalInt;

/**
 * A stretch of a training in which only some nodes are trained, the others being frozen.
 *
 * @param nodes ids of the design's nodes; of a block all that is in it
 * @param losses nodes whose losses count; empty for all
 * @param epochs how many it lasts; empty for the last stage, which lasts to the end of the training
 */
public record Stage(
        @Setting(about = "The nodes that are trained; all others are frozen.") List<String> nodes,
        @Setting(about = "The nodes whose losses count; none named: all.", byDefault = "[]") List<String> losses,
        @Setting(about = "Epochs that it lasts; the last stage is auto: until recipe.epochs are done.", byDefault = "auto", min = 1) OptionalInt epochs) {
    /** Copies the lists. */
    public Stage {
        nodes = List.copyOf(nodes);
        losses = List.copyOf(losses);
    }
}
