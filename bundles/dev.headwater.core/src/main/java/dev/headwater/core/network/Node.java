package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import java.util.List;
import java.util.Objects;

/**
 * One node of the design, as the file says it. Equality ignores where it stood.
 *
 * @param id its name, unique among its siblings; empty if the file gives none
 * @param kind the layer's or the block's name; empty if the file gives none
 * @param block whether {@code kind} names a block
 * @param from the ids it reads, in order
 * @param repeat how often a block stands here, one after the other; 1 for a layer
 * @param settings every other member, unknown ones included
 * @param at where it stood
 * @param source the object that it was read from, for the places of its parts; empty if made in memory
 */
public record Node(String id, String kind, boolean block, List<String> from, int repeat, Json.Obj settings, Position at,
        Json.Obj source) {
    /** A node with a copy of its inputs. */
    public Node {
        from = List.copyOf(from);
        Objects.requireNonNull(settings);
    }

    /** A node that was not read from a file. */
    public Node(String id, String kind, boolean block, List<String> from, int repeat, Json.Obj settings, Position at) {
        this(id, kind, block, from, repeat, settings, at, Json.Obj.EMPTY);
    }

    /** Where the value of a member stood; the node's own place if that is not known. */
    Position place(String member) {
        Json value = source.get(member);
        return value == null ? at : value.at();
    }

    /** Where the name of an input stood; the node's own place if that is not known. */
    Position placeOfInput(int index) {
        List<Json> items = source.items("from");
        return index < items.size() ? items.get(index).at() : place("from");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && id.equals(node.id) && kind.equals(node.kind) && block == node.block
                && from.equals(node.from) && repeat == node.repeat && settings.equals(node.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind, block, from, repeat, settings);
    }
}
