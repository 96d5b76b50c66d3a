package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A network with the decoders of its autoencoder stages. They are layers and losses behind those of the design, which
 * keep their places; what is recorded, exported and shown is the design's alone.
 *
 * @param graph the network
 * @param nodes how many layers are the design's
 * @param losses how many losses are
 * @param decoders in the order of the stages
 */
public record Pretraining(Graph graph, int nodes, int losses, List<Decoder> decoders) {
    /**
     * What one stage needs.
     *
     * @param stage its place among the stages, from 0
     * @param of the layers that it trains
     * @param corruption how much of what they read is replaced by 0
     * @param first index of the decoder's first layer
     * @param last index of its last
     * @param loss index of its loss
     */
    public record Decoder(int stage, Autoencoder of, double corruption, int first, int last, int loss) {
        /** Whether a layer is trained in the stage. */
        public boolean trains(int node) {
            return node >= first && node <= last || of.members().contains(node);
        }

        /** Whether a layer belongs to the decoder. */
        public boolean has(int node) {
            return node >= first && node <= last;
        }
    }

    /** Copies the list. */
    public Pretraining {
        decoders = List.copyOf(decoders);
    }

    /** A network without any such stage. */
    public static Pretraining none(Graph graph) {
        return of(graph, new Fit.GradientFit());
    }

    /** A network with what a sound fit of it needs. */
    public static Pretraining of(Graph graph, Fit fit) {
        List<GraphNode> nodes = new ArrayList<>(graph.nodes());
        List<GraphLoss> losses = new ArrayList<>(graph.losses());
        List<Decoder> decoders = new ArrayList<>();
        List<Stage> stages = fit instanceof Fit.StagesFit all ? all.stages() : List.of();
        for (int k = 0; k < stages.size(); k++) {
            if (stages.get(k).fit() == Stage.Way.AUTOENCODER) {
                decoders.add(decoder(nodes, losses, graph.nodes(), stages.get(k), k));
            }
        }
        return new Pretraining(decoders.isEmpty() ? graph : graph.with(nodes, losses), graph.nodes().size(), graph
                .losses().size(), decoders);
    }

    private static Decoder decoder(List<GraphNode> nodes, List<GraphLoss> losses, List<GraphNode> design, Stage stage,
            int place) {
        Autoencoder of = Autoencoder.of(design, stage);
        Shape wanted = nodes.get(of.from()).shape();
        Shape given = nodes.get(of.code()).shape();
        String id = nodes.get(of.code()).id() + ".decoder" + (place + 1);
        String bend = Autoencoder.probabilities(stage.loss()) ? "sigmoid" : "linear";
        int first = nodes.size();
        if (given.withColumns(1).equals(wanted.withColumns(1))) { // at every position by itself
            add(nodes, of.code(), id, Json.object().put("layer", "Dense").put("units", wanted.columns()).put(
                    "activation", bend));
        } else {
            int at = of.code();
            if (given.rank() > 1) {
                at = add(nodes, at, id + "/flat", Json.object().put("layer", "Flatten"));
            }
            at = add(nodes, at, id + "/dense", Json.object().put("layer", "Dense").put("units", wanted.size()));
            at = add(nodes, at, id + "/shape", Json.object().put("layer", "Reshape").put("shape", Json.array(Arrays
                    .stream(wanted.toArray()).mapToObj(Json::of).toList())));
            add(nodes, at, id, Json.object().put("layer", "Activation").put("activation", bend));
        }
        losses.add(new GraphLoss(nodes.size() - 1, stage.loss()));
        return new Decoder(place, of, stage.corruption(), first, nodes.size() - 1, losses.size() - 1);
    }

    private static int add(List<GraphNode> nodes, int from, String id, Json.Builder settings) {
        Json.Obj said = settings.build();
        Layer layer = Vocabulary.binder().bind(Layers.ALL, said, Set.of(), new ProblemList(new ArrayList<>()));
        List<Shape> read = List.of(nodes.get(from).shape());
        Node origin = new Node(id, said.text("layer", ""), false, List.of(nodes.get(from).id()), 1, said,
                Position.NONE);
        nodes.add(new GraphNode(nodes.size(), id, layer, List.of(from), layer.outputShape(read), nodes.get(from)
                .depth() + 1, layer.parameters(read), false, origin));
        return nodes.size() - 1;
    }

    /** Whether a layer belongs to a decoder. */
    public boolean decodes(int node) {
        return node >= nodes;
    }
}
