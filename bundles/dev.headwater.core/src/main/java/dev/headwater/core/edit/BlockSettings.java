package dev.headwater.core.edit;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.catalog.Range;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** The settings of a block: what they are follows from the settings of layers that refer to them. */
public final class BlockSettings {
    private static final int DEEPEST = 16;

    private BlockSettings() {
    }

    /**
     * One setting for each that the block declares, in its order.
     *
     * @param network has the blocks that the block may use itself
     */
    public static List<Component> of(Network network, Block block) {
        List<Component> settings = new ArrayList<>();
        block.settings().members().forEach((name, value) -> settings.add(setting(network, block, name, value)));
        return List.copyOf(settings);
    }

    private static Component setting(Network network, Block block, String name, Json value) {
        Component use = use(network, block, "$" + name, 0);
        String byDefault = JsonWriter.writeCompact(value);
        if (use != null) {
            return new Component(name, use.type(), use.kind(), use.about(), byDefault, use.optional(), use.range());
        }
        Type type = switch (value) {
            case Json.Num number -> number.isLong() ? long.class : double.class;
            case Json.Bool truth -> boolean.class;
            default -> String.class;
        };
        Kind kind = type == long.class ? Kind.WHOLE
                : type == double.class ? Kind.REAL : type == boolean.class ? Kind.TRUTH : Kind.TEXT;
        return new Component(name, type, kind, "A setting of the block.", byDefault, false, Range.ALL);
    }

    /** The first setting of a node in the block that is this reference; {@code null} if there is none. */
    private static Component use(Network network, Block block, String reference, int depth) {
        for (Node node : block.nodes()) {
            if (!node.block()) {
                Described layer = Subject.layer(node, block);
                Component found = use(layer, reference);
                if (found != null) {
                    return found;
                }
                continue;
            }
            Block used = network.blocks().get(node.kind());
            for (String passed : node.settings().members().keySet()) {
                if (used != null && depth < DEEPEST && used.settings().has(passed)
                        && Json.of(reference).equals(node.settings().get(passed))) {
                    Component found = use(network, used, "$" + passed, depth + 1);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static Component use(Described object, String reference) {
        for (Component setting : object.settings()) {
            Json said = object.said().get(setting.name());
            if (Json.of(reference).equals(said)) {
                return setting;
            }
            if (said instanceof Json.Obj && Described.nests(setting)) {
                Component found = use(object.inner(setting), reference);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
