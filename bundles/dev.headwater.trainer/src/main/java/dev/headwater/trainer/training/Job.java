package dev.headwater.trainer.training;

import dev.headwater.core.data.TrainingData;
import dev.headwater.core.engine.Model;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A design and its data, and the numbers that follow from both.
 *
 * @param batch rows of a step, at most those of the training part
 * @param parts into how many a step is cut
 * @param threads how many of them run at once
 * @param hashes fingerprints of both
 */
public record Job(Design design, TrainingData data, int batch, int parts, int threads, RunRecord.Hashes hashes) {
    /** The job of a sound design that fits its data. */
    public static Job of(Design design, TrainingData data) {
        Recipe recipe = design.network().recipe();
        int batch = Math.min(recipe.batch(), data.parts().train().size());
        int parts = recipe.partsFor(batch);
        int threads = Math.min(parts, recipe.threads().orElse(Runtime.getRuntime().availableProcessors()));
        String fingerprint = Fingerprint.of(design.network(), design.graph()).hash();
        return new Job(design, data, batch, parts, threads, new RunRecord.Hashes(fingerprint, data.hash()));
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
        return new Model(design.graph(), recipe(), batch, parts, threads);
    }

    /** The table of layers, input side first; those that lead to no loss are not computed and not in it. */
    public List<LayerRow> layers(Model model) {
        List<LayerRow> rows = new ArrayList<>();
        for (GraphNode node : design.graph().nodes()) {
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
