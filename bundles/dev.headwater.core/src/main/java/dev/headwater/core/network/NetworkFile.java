package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.json.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code .headwater} file: reads it whatever it holds, and writes it in a stable order. */
public final class NetworkFile {
    private NetworkFile() {
    }

    /**
     * What came of reading a file.
     *
     * @param network the design; {@code null} if the file is not JSON, of another format, or not built like a network.
     *            There can be errors all the same: a loss or recipe that could not be read stands as {@code null} and
     *            as the default recipe
     * @param problems what is wrong with the file as text; what is wrong with the design says {@link Graph#of}
     * @param tree the file as JSON; {@code null} if it is none or no object
     * @param name what the file is called in messages
     */
    public record Parsed(Network network, List<Problem> problems, Json.Obj tree, String name) {
        /** What came of it, with a copy of the problems. */
        public Parsed {
            problems = List.copyOf(problems);
        }

        /** Whether the network cannot be trained, for reasons that reading found. */
        public boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /** Reads a file; never throws for what the file holds or that it cannot be read. */
    public static Parsed read(Path file) {
        try {
            return read(file.toString(), JsonReader.bytes(file));
        } catch (JsonException e) {
            return refused(e);
        }
    }

    /** Reads the bytes of a file of that name; never throws for what they hold. */
    public static Parsed read(String name, byte[] bytes) {
        try {
            return parse(name, JsonReader.read(name, bytes), JsonReader.startsWithMark(bytes));
        } catch (JsonException e) {
            return refused(e);
        }
    }

    /** Reads a tree, such as one that {@link Overrides} changed. */
    public static Parsed read(String name, Json tree) {
        return parse(name, tree, false);
    }

    private static Parsed refused(JsonException e) {
        Problem problem = new Problem(Severity.ERROR, null, e.line(), e.column(), e.getMessage());
        return new Parsed(null, List.of(problem), null, e.file());
    }

    private static Parsed parse(String name, Json tree, boolean marked) {
        List<Problem> problems = new ArrayList<>();
        ProblemList sink = new ProblemList(problems);
        if (marked) {
            sink.warning(new Position(1, 1, 0),
                    "the file begins with a byte order mark, which is ignored; save it as UTF-8 without one");
        }
        Network network = new NetworkReader(sink).network(tree);
        return new Parsed(network, problems, tree instanceof Json.Obj object ? object : null, name);
    }

    /**
     * The text of the file: sections and members in a fixed order, one node a line where it fits, unknown members kept.
     * Reading it gives an equal network.
     */
    public static String write(Network network) {
        return JsonWriter.write(tree(network));
    }

    /** The file as a tree, in the order in which it is written. */
    public static Json.Obj tree(Network network) {
        Map<String, Json> members = new LinkedHashMap<>();
        if (network.unknown().has("$schema")) {
            members.put("$schema", network.unknown().get("$schema"));
        }
        members.put("headwater", Json.of(network.format()));
        members.put("nodes", nodes(network.nodes()));
        if (!network.blocks().isEmpty()) {
            Json.Builder blocks = Json.object();
            network.blocks().forEach((name, block) -> blocks.put(name, block(block)));
            members.put("blocks", blocks.build());
        }
        members.put("losses", Json.array(network.losses().stream().map(NetworkFile::loss).toList()));
        if (!network.data().isEmpty()) {
            members.put("data", network.data());
        }
        Json.Obj recipe = network.source().object("recipe");
        recipe = Vocabulary.binder().rewrite(recipe, network.recipe());
        if (!recipe.isEmpty()) {
            members.put("recipe", recipe);
        }
        if (!network.diagram().isEmpty()) {
            members.put("diagram", network.diagram());
        }
        network.unknown().members().forEach(members::putIfAbsent);
        return Json.Obj.of(members);
    }

    private static Json.Arr nodes(List<Node> nodes) {
        return Json.array(nodes.stream().map(NetworkFile::node).toList());
    }

    private static Json.Obj node(Node node) {
        Json.Builder object = Json.object();
        object.put("id", node.id()).put(node.block() ? "block" : "layer", node.kind());
        if (!node.from().isEmpty()) {
            object.put("from", Json.array(node.from().stream().map(Json::of).toList()));
        }
        if (node.repeat() != 1) {
            object.put("repeat", node.repeat());
        }
        node.settings().members().forEach(object::put);
        return object.build();
    }

    private static Json.Obj block(Block block) {
        Json.Builder object = Json.object();
        if (!block.settings().isEmpty()) {
            object.put("settings", block.settings());
        }
        object.put("nodes", nodes(block.nodes())).put("out", block.out());
        block.unknown().members().forEach(object::put);
        return object.build();
    }

    private static Json.Obj loss(LossAt loss) {
        Json.Obj object = loss.source().has("node") ? loss.source().with("node", Json.of(loss.node()))
                : Json.object().put("node", loss.node()).build();
        return loss.loss() == null ? object : Vocabulary.binder().rewrite(object, loss.loss());
    }
}
