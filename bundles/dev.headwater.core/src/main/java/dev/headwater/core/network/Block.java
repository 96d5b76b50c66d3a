package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import java.util.List;
import java.util.Objects;

/**
 * A piece of network that nodes use by name, as often as they like. Equality ignores where it stood.
 *
 * @param name what nodes call it
 * @param settings names and defaults of what its nodes may refer to as {@code "$name"}
 * @param nodes its nodes; {@code "$in"} is what the block reads
 * @param out the id of the node whose output is the block's
 * @param at where it stood
 * @param source the object that it was read from, unknown members included; empty if made in memory
 */
public record Block(String name, Json.Obj settings, List<Node> nodes, String out, Position at, Json.Obj source) {
    /** A block with a copy of its nodes. */
    public Block {
        nodes = List.copyOf(nodes);
    }

    /** A block that was not read from a file. */
    public Block(String name, Json.Obj settings, List<Node> nodes, String out, Position at) {
        this(name, settings, nodes, out, at, Json.Obj.EMPTY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block block && name.equals(block.name) && settings.equals(block.settings)
                && nodes.equals(block.nodes) && out.equals(block.out) && unknown().equals(block.unknown());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, settings, nodes, out);
    }

    /** The members that this version does not know. */
    Json.Obj unknown() {
        return source.without("settings", "nodes", "out");
    }
}
