package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.loss.Loss;
import java.util.Objects;

/**
 * A loss and the node whose output it judges. Equality ignores where it stood.
 *
 * @param node the node's id; empty if the file gives none
 * @param loss the loss; {@code null} if the file names none that exists, which reading it reported
 * @param at where it stood
 * @param source the object that it was read from, unknown members included; empty if made in memory
 */
public record LossAt(String node, Loss loss, Position at, Json.Obj source) {
    /** A loss that was not read from a file. */
    public LossAt(String node, Loss loss, Position at) {
        this(node, loss, at, Json.Obj.EMPTY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LossAt that && node.equals(that.node) && Objects.equals(loss, that.loss);
    }

    @Override
    public int hashCode() {
        return Objects.hash(node, loss);
    }
}
