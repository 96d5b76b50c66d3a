package dev.headwater.core.network;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes templates: fills in what blocks were given, binds layers, and checks how many inputs each reads. */
final class Templates {
    private final Network network;
    private final ProblemList problems;
    private boolean connected = true;

    Templates(Network network, ProblemList problems) {
        this.network = network;
        this.problems = problems;
    }

    /** The design as a template, possibly with layers missing after errors. */
    Template design() {
        return template(network.nodes(), null, Map.of(), "");
    }

    /** Whether every block was given the inputs that its nodes read. */
    boolean connected() {
        return connected;
    }

    private Template template(List<Node> nodes, Block block, Map<String, Json> given, String out) {
        List<Template.Part> parts = new ArrayList<>();
        for (Node node : nodes) {
            ProblemList sink = problems.of(Names.name(node, block));
            int errors = problems.errors();
            Json.Obj settings = filled(node.settings(), block, given, sink);
            if (node.kind().isEmpty() || !node.block() && problems.errors() > errors) {
                parts.add(new Template.Part(node, null, null)); // reported already
            } else if (node.block()) {
                parts.add(new Template.Part(node, null, body(node, settings, sink)));
            } else {
                parts.add(new Template.Part(node, layer(node, settings, sink), null));
            }
        }
        return Template.of(parts, out);
    }

    private Template body(Node user, Json.Obj settings, ProblemList sink) {
        Block block = network.blocks().get(user.kind());
        Map<String, Json> given = new LinkedHashMap<>(block.settings().members());
        for (Map.Entry<String, Json> setting : settings.members().entrySet()) {
            if (given.containsKey(setting.getKey())) {
                given.put(setting.getKey(), setting.getValue());
            } else {
                sink.warning(settings.keyAt(setting.getKey()), "unknown setting " + Quoted.text(setting.getKey())
                        + " of block " + block.name() + " has no effect"
                        + Nearest.advice(setting.getKey(), block.settings().members().keySet()));
            }
        }
        checkInputs(user, block, sink);
        return template(block.nodes(), block, given, block.out());
    }

    private void checkInputs(Node user, Block block, ProblemList sink) {
        int given = user.from().size();
        int read = 0;
        for (Node node : block.nodes()) {
            for (String name : node.from()) {
                read = Math.max(read, Names.input(name));
                if (name.equals("$in") && given > 1) {
                    connected = false;
                    sink.error(user.place("from"), "gives the block " + block.name() + " " + given
                            + " inputs, but node '" + node.id()
                            + "' in it reads \"$in\"; say \"$in1\" or \"$in2\" there");
                    return;
                }
            }
        }
        if (given < read) {
            connected = false;
            sink.error(user.place("from"), "the block " + block.name() + " reads " + count(read) + ", the node names "
                    + (given == 0 ? "none" : given) + ": add " + (given == 0 ? "\"from\"" : "to \"from\""));
        } else if (given > read && !block.nodes().isEmpty()) {
            sink.warning(user.place("from"), "gives the block " + block.name() + " " + count(given) + ", it reads "
                    + (read == 0 ? "none" : read));
        }
    }

    private static Layer layer(Node node, Json.Obj settings, ProblemList sink) {
        Entry<Layer> entry = Layers.ALL.find(node.kind());
        if (entry == null) {
            sink.error(node.place("layer"),
                    "unknown layer " + Quoted.text(node.kind()) + Layers.ALL.advice(node.kind()));
            return null;
        }
        Json.Obj object = settings.with(Layers.ALL.key(), new Json.Str(node.kind(), node.place("layer")));
        Layer layer = Vocabulary.binder().bind(Layers.ALL, new Json.Obj(object.members(), object.keys(), node.at()),
                Set.of(), sink);
        if (layer != null) {
            checkInputs(node, layer, sink);
        }
        return layer;
    }

    private static void checkInputs(Node node, Layer layer, ProblemList sink) {
        int read = node.from().size();
        if (read > 0 && layer.maxInputs() == 0) {
            sink.error(node.place("from"), node.kind() + " reads no other node; remove \"from\"");
        } else if (read == 0 && layer.minInputs() > 0) {
            sink.error(node.place("from"), node.kind() + " does not say what it reads: add \"from\": [\"…\"]");
        } else if (read < layer.minInputs()) {
            sink.error(node.place("from"),
                    node.kind() + " needs at least " + count(layer.minInputs()) + ", \"from\" names " + read);
        } else if (read > layer.maxInputs()) {
            sink.error(node.place("from"), node.kind() + " takes at most " + count(layer.maxInputs())
                    + ", \"from\" names " + read + "; join them with Add or Concatenate");
        }
    }

    private static String count(int inputs) {
        return inputs == 1 ? "1 input" : inputs + " inputs";
    }

    private static Json.Obj filled(Json.Obj settings, Block block, Map<String, Json> given, ProblemList sink) {
        Json.Obj changed = settings;
        for (Map.Entry<String, Json> setting : settings.members().entrySet()) {
            Json value = filled(setting.getValue(), block, given, sink);
            if (value != setting.getValue()) {
                changed = changed.with(setting.getKey(), value);
            }
        }
        return changed;
    }

    private static Json filled(Json value, Block block, Map<String, Json> given, ProblemList sink) {
        return switch (value) {
            case Json.Str text when text.value().startsWith("$") -> {
                Json known = given.get(text.value().substring(1));
                if (known == null) {
                    sink.error(text.at(), block == null
                            ? Quoted.text(text.value()) + " has a meaning only inside a block; write a value"
                            : Quoted.text(text.value())
                                    + " is no setting of the block: add it to the block's \"settings\""
                                    + Nearest.advice(text.value().substring(1), given.keySet()));
                }
                yield known == null ? value : known;
            }
            case Json.Obj object -> filled(object, block, given, sink);
            case Json.Arr list when list.items().stream().anyMatch(Templates::mayRefer) ->
                new Json.Arr(list.items().stream().map(item -> filled(item, block, given, sink)).toList(), list.at());
            default -> value;
        };
    }

    private static boolean mayRefer(Json value) {
        return !(value instanceof Json.Num);
    }
}
