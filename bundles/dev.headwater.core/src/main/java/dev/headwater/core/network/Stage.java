package dev.headwater.core.network;

import dev.headwater.core.catalog.Setting;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.MeanSquaredError;
import java.util.List;
import java.util.OptionalInt;

/**
 * A stretch of a training in which only some nodes are trained, the others being frozen.
 *
 * @param fit what they are trained for
 * @param nodes ids of the design's nodes; of a block all that is in it
 * @param losses nodes whose losses count; empty for all
 * @param epochs how many it lasts; empty for the last stage, which lasts to the end of the training
 * @param corruption of an autoencoder: how much of what the nodes read is replaced by 0
 * @param loss of an autoencoder: how far what it makes is from what was read
 */
public record Stage(
        @Setting(about = "What the nodes are trained for: gradient, by the losses of the network; autoencoder, without"
                + " targets, to reconstruct what they read.", byDefault = "gradient") Way fit,
        @Setting(about = "The nodes that are trained; all others are frozen.") List<String> nodes,
        @Setting(about = "The nodes whose losses count; none named: all.", byDefault = "[]") List<String> losses,
        @Setting(about = "Epochs that it lasts; the last stage is auto: until recipe.epochs are done.", byDefault = "auto", min = 1) OptionalInt epochs,
        @Setting(about = "Of an autoencoder: share of the values read that are replaced by 0, so that it must denoise.", byDefault = "0", min = 0, max = 1, maxExclusive = true) double corruption,
        @Setting(about = "Of an autoencoder: how far its output is from what was read.", byDefault = "mean-squared-error") Loss loss) {
    /** What the nodes of a stage are trained for. */
    public enum Way {
        /** The network's losses. */
        GRADIENT,
        /** To reconstruct what they read, by a decoder that is thrown away: see {@link Autoencoder}. */
        AUTOENCODER
    }

    /** Copies the lists. */
    public Stage {
        nodes = List.copyOf(nodes);
        losses = List.copyOf(losses);
    }

    /** A stage by the network's losses. */
    public Stage(List<String> nodes, List<String> losses, OptionalInt epochs) {
        this(Way.GRADIENT, nodes, losses, epochs, 0, new MeanSquaredError());
    }

    /** Whether a layer belongs to its nodes, by its own id or by that of the node of the design in which it stands. */
    public boolean trains(String id) {
        return among(nodes, id);
    }

    /** Whether the loss at a layer counts. */
    public boolean isJudgedAt(String id) {
        return losses.isEmpty() || among(losses, id);
    }

    private static boolean among(List<String> names, String id) {
        return names.contains(id) || names.contains(new LayerReference(null, id).top());
    }
}
