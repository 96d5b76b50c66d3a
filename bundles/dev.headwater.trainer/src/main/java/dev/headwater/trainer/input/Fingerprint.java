package dev.headwater.trainer.input;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a design that decides the numbers of its training, in one canonical tree: the layers as unrolled, the losses,
 * the recipe but for how long and on how many threads, and how data are drawn, split and scaled. Where data files lie
 * does not count; what they hold has a fingerprint of its own.
 *
 * @param tree settings that have their default are left out
 */
public record Fingerprint(Json.Obj tree) {
    /** The fingerprint of a sound design. */
    public static Fingerprint of(Network network, Graph graph) {
        Json.Builder nodes = Json.object();
        for (GraphNode node : graph.nodes()) {
            Json.Obj layer = Vocabulary.binder().unbind(node.layer());
            nodes.put(node.id(), layer.with("from", ids(graph, node.inputs())));
        }
        Json.Builder losses = Json.object();
        for (GraphLoss loss : graph.losses()) {
            losses.put(graph.nodes().get(loss.node()).id(), Vocabulary.binder().unbind(loss.loss()));
        }
        Recipe recipe = network.recipe();
        return new Fingerprint(Json.object().put("nodes", nodes.build()).put("losses", losses.build())
                .put("recipe", recipe(recipe))
                .put("data", network.data().without(DataSources.FILE_SETTINGS.toArray(String[]::new))).build());
    }

    /** How long it lasts does not count, unless its learning rates depend on it. */
    private static Json.Obj recipe(Recipe recipe) {
        Json.Obj all = Vocabulary.binder().unbind(recipe).without("threads", "epochs");
        return recipe.schedule().spansTraining() ? all.with("epochs", Json.of(recipe.epochs())) : all;
    }

    private static Json ids(Graph graph, List<Integer> indices) {
        return Json.array(indices.stream().map(i -> Json.of(graph.nodes().get(i).id())).toList());
    }

    /** SHA-256 in hexadecimal digits; equal if the trainings are the same. */
    public String hash() {
        try {
            byte[] text = JsonWriter.writeCompact(tree).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have SHA-256", e);
        }
    }

    /**
     * What an earlier training had otherwise, as a sentence's end: {@code nodes.dense1.units is 5 there and 6 here}.
     *
     * @return {@code null} if nothing differs
     */
    public String difference(Fingerprint earlier) {
        return difference("", earlier.tree, tree);
    }

    private static String difference(String path, Json there, Json here) {
        if (there instanceof Json.Obj a && here instanceof Json.Obj b) {
            Map<String, Json> names = new LinkedHashMap<>(b.members());
            a.members().forEach(names::putIfAbsent);
            for (String name : names.keySet()) {
                String found = difference(path.isEmpty() ? name : path + "." + name, a.get(name), b.get(name));
                if (found != null) {
                    return found;
                }
            }
            // Only of nodes does the order count: it is the order of the computation.
            boolean ordered = List.copyOf(a.members().keySet()).equals(List.copyOf(b.members().keySet()));
            return ordered || !path.equals("nodes") ? null : "the nodes stand in another order";
        }
        return there == null ? here == null ? null : path + " has its default there and " + brief(here) + " here"
                : here == null ? path + " is " + brief(there) + " there and has its default here"
                        : there.equals(here) ? null : path + " is " + brief(there) + " there and " + brief(here)
                                + " here";
    }

    private static String brief(Json value) {
        String text = JsonWriter.writeCompact(value);
        return text.length() > 60 ? value.kind() : text;
    }
}
