package dev.headwater.trainer.training;

import dev.headwater.core.data.TrainingData;
import dev.headwater.core.engine.Model;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.loss.ClassWeighted;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.trainer.input.ClassBalance;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.input.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A design and its data, and the numbers that follow from both.
 *
 * @param graph the design unrolled, with the numbers of losses that balance their classes
 * @param batch rows of a step, at most those of the training part
 * @param parts into how many a step is cut
 * @param threads how many of them run at once; of a single part a second one measures and updates
 * @param hashes fingerprints of both
 */
public record Job(Design design, Graph graph, TrainingData data, int batch, int parts, int threads,
        RunRecord.Hashes hashes) {
    /**
     * The job of a sound design that fits its data.
     *
     * @throws Failure if a loss cannot balance its classes
     */
    public static Job of(Design design, TrainingData data) throws Failure {
        Recipe recipe = design.network().recipe();
        int batch = Math.min(recipe.batch(), data.parts().train().size());
        int parts = recipe.partsFor(design.graph(), batch);
        int threads = Math.min(Math.max(2, parts), recipe.threads().orElse(Runtime.getRuntime().availableProcessors()));
        String fingerprint = Fingerprint.of(design.network(), design.graph()).hash();
        return new Job(design, ClassBalance.of(design, data), data, batch, parts, threads, new RunRecord.Hashes(
                fingerprint, data.hash()));
    }

    /** How it is trained. */
    public Recipe recipe() {
        return design.network().recipe();
    }

    /** Batches of an epoch. */
    public int batchesPerEpoch() {
        return Math.ceilDiv(data.parts().train().size(), batch);
    }

    /** Steps of an epoch; each takes as many batches as the recipe accumulates, the last perhaps fewer. */
    public int stepsPerEpoch() {
        return Math.ceilDiv(batchesPerEpoch(), recipe().accumulate());
    }

    /** The network in native memory, its parameters not yet set. */
    public Model model() {
        return new Model(graph, recipe(), batch, parts, threads);
    }

    /** By the node that a loss judges, the numbers that it found to balance its classes; empty if none was to. */
    public Map<String, List<Double>> classWeights() {
        Map<String, List<Double>> found = new HashMap<>();
        for (int i = 0; i < graph.losses().size(); i++) {
            GraphLoss loss = graph.losses().get(i);
            if (!loss.equals(design.graph().losses().get(i)) && loss.loss() instanceof ClassWeighted weighted) {
                found.put(graph.nodes().get(loss.node()).id(), weighted.weights().values());
            }
        }
        return found;
    }

    /** The table of layers, input side first; those that lead to no loss are not computed and not in it. */
    public List<LayerRow> layers(Model model) {
        List<LayerRow> rows = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            if (model.live(node.index())) {
                rows.add(new LayerRow(node.id(), node.kind(), node.depth(), node.shape(),
                        node.parameters().stream().filter(ParameterSpec::trainable)
                                .map(parameter -> new LayerRow.Parameter(parameter.name(), parameter.shape())).toList(),
                        model.fusedWithLoss(node.index()) ? LayerRow.At.LOGITS : LayerRow.At.OUTPUT));
            }
        }
        rows.sort(Comparator.comparingInt(LayerRow::depth));
        return rows;
    }
}
