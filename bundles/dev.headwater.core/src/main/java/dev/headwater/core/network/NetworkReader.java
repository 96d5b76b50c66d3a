package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.Losses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link Network} from a file's tree. Reports members of the wrong type, and settings of losses and recipe;
 * everything that a network can hold, wrong or not, is left to {@link Graph}.
 */
final class NetworkReader {
    private static final List<String> SECTIONS = List.of("headwater", "nodes", "blocks", "losses", "data", "recipe",
            "diagram");

    private final ProblemList problems;
    private boolean malformed;

    NetworkReader(ProblemList problems) {
        this.problems = problems;
    }

    /** The network, or {@code null} after at least one error. */
    Network network(Json tree) {
        if (!(tree instanceof Json.Obj root)) {
            problems.error(tree.at(), "a network is an object that begins with {\"headwater\": " + Network.FORMAT
                    + ", this file holds " + tree.kind());
            return null;
        }
        if (!formatIsRead(root)) {
            return null;
        }
        if (!root.has("nodes")) {
            problems.error(root.at(), "the network has no \"nodes\": add the list of its layers");
            return null;
        }
        List<Node> nodes = nodes(root.get("nodes"), "nodes", problems);
        Map<String, Block> blocks = blocks(root);
        List<LossAt> losses = losses(root);
        Json.Obj data = section(root, "data");
        Json.Obj diagram = section(root, "diagram");
        Json.Obj unknown = unknown(root);
        if (!root.has("data")) {
            problems.warning(root.at(), "the network names no \"data\": it can be checked but not trained");
        }
        Json.Obj said = section(root, "recipe");
        if (malformed) {
            return null;
        }
        Recipe recipe = Vocabulary.binder().bind(Recipe.class, said, Set.of(), problems);
        return new Network(Network.FORMAT, nodes, blocks, losses, data, recipe == null ? Recipe.byDefault() : recipe,
                diagram, unknown, root);
    }

    private boolean formatIsRead(Json.Obj root) {
        Json format = root.get("headwater");
        if (format == null) {
            problems.error(root.at(), "this is not a network file: it lacks \"headwater\": " + Network.FORMAT);
        } else if (!(format instanceof Json.Num number) || !number.isLong() || number.asLong() < 1) {
            problems.error(format.at(), "\"headwater\" must be the version of the format, " + Network.FORMAT + ", was "
                    + Quoted.value(format));
        } else if (number.asLong() > Network.FORMAT) {
            problems.error(format.at(), "the file has format " + number.asLong() + ", this version of Headwater reads "
                    + "format " + Network.FORMAT + "; use a newer version");
        } else {
            return true;
        }
        return false;
    }

    private List<Node> nodes(Json value, String owner, ProblemList sink) {
        List<Node> nodes = new ArrayList<>();
        if (!(value instanceof Json.Arr list)) {
            wrong(sink, value.at(), "\"" + owner + "\" must be a list of nodes, was " + value.kind());
            return nodes;
        }
        for (Json item : list.items()) {
            if (item instanceof Json.Obj object) {
                nodes.add(node(object));
            } else {
                wrong(sink, item.at(),
                        "a node must be an object such as {\"id\": \"dense1\", \"layer\": \"Dense\", …}, "
                                + "was " + item.kind());
            }
        }
        return nodes;
    }

    private Node node(Json.Obj object) {
        String id = object.text("id", "");
        ProblemList sink = id.isEmpty() ? problems : problems.of(id);
        text(object, "id", sink);
        boolean block = object.has("block");
        String kind = text(object, block ? "block" : "layer", sink);
        if (block && object.has("layer")) {
            wrong(sink, object.keyAt("layer"), "a node is a \"layer\" or a \"block\", this one says both; remove one");
        }
        int repeat = 1;
        if (block && object.has("repeat")) {
            if (object.get("repeat") instanceof Json.Num number && number.isInt()) {
                repeat = number.asInt();
            } else {
                wrong(sink, object.get("repeat").at(), "'repeat' must be a whole number, was "
                        + Quoted.value(object.get("repeat")));
            }
        }
        Json.Obj settings = block ? object.without("id", "block", "layer", "from", "repeat")
                : object.without("id", "layer", "from");
        return new Node(id, kind, block, from(object, sink), repeat, settings, object.at(), object);
    }

    /** One input may be written without brackets. */
    private List<String> from(Json.Obj object, ProblemList sink) {
        Json value = object.get("from");
        List<Json> items = value == null ? List.of() : value instanceof Json.Arr list ? list.items() : List.of(value);
        List<String> ids = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Str text) {
                ids.add(text.value());
            } else {
                wrong(sink, item.at(), "'from' must be a list of node ids, found " + Quoted.value(item));
            }
        }
        return ids;
    }

    private Map<String, Block> blocks(Json.Obj root) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        section(root, "blocks").members().forEach((name, value) -> {
            if (!(value instanceof Json.Obj object)) {
                wrong(problems, value.at(), "the block " + Quoted.text(name) + " must be an object, was " + value
                        .kind());
                return;
            }
            ProblemList sink = problems.of(name);
            if (!object.has("nodes")) {
                wrong(sink, object.at(), "the block " + Quoted.text(name) + " has no \"nodes\"");
                return;
            }
            List<Node> nodes = nodes(object.get("nodes"), "nodes", sink);
            warnOfUnknown(object, List.of("settings", "nodes", "out"), "block " + Quoted.text(name));
            blocks.put(name, new Block(name, section(object, "settings"), nodes, text(object, "out", sink), object.at(),
                    object));
        });
        return blocks;
    }

    private List<LossAt> losses(Json.Obj root) {
        List<LossAt> losses = new ArrayList<>();
        Json value = root.get("losses");
        if (value != null && !(value instanceof Json.Arr)) {
            wrong(problems, value.at(), "\"losses\" must be a list such as [{\"node\": \"out\", \"loss\": "
                    + "\"mean-squared-error\"}], was " + value.kind());
        }
        for (Json item : root.items("losses")) {
            if (item instanceof Json.Obj object) {
                String node = text(object, "node", problems);
                ProblemList sink = node.isEmpty() ? problems : problems.of(node);
                Loss loss = Vocabulary.binder().bind(Losses.ALL, object, Set.of("node"), sink);
                losses.add(new LossAt(node, loss, object.at(), object));
            } else {
                wrong(problems, item.at(), "a loss must be an object such as {\"node\": \"out\", \"loss\": "
                        + "\"mean-squared-error\"}, was " + item.kind());
            }
        }
        return losses;
    }

    private Json.Obj section(Json.Obj owner, String name) {
        Json value = owner.get(name);
        if (value == null || value instanceof Json.Obj) {
            return owner.object(name);
        }
        wrong(problems, value.at(), "\"" + name + "\" must be an object, was " + value.kind());
        return Json.Obj.EMPTY;
    }

    private Json.Obj unknown(Json.Obj root) {
        warnOfUnknown(root, SECTIONS, "the network");
        return root.without(SECTIONS.toArray(String[]::new));
    }

    /** {@code $schema} is how editors find the schema: it means nothing here and is welcome. */
    private void warnOfUnknown(Json.Obj object, List<String> known, String owner) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name) && !name.equals("$schema")) {
                problems.warning(object.keyAt(name), "unknown member " + Quoted.text(name) + " of " + owner
                        + " has no effect" + Nearest.advice(name, known));
            }
        }
    }

    /** The member's text; empty if it is missing, which {@link Graph} reports, or after an error. */
    private String text(Json.Obj object, String name, ProblemList sink) {
        Json value = object.get(name);
        if (value == null || value instanceof Json.Str) {
            return object.text(name, "");
        }
        wrong(sink, value.at(), "'" + name + "' must be a text, was " + Quoted.value(value));
        return "";
    }

    private void wrong(ProblemList sink, Position at, String message) {
        malformed = true;
        sink.error(at, message);
    }
}
