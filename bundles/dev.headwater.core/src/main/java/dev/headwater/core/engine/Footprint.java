package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much memory a training takes beside its data: parameters with their gradients in every part and what the optimizer
 * keeps, and for each example outputs, gradients and what layers need in between, such as the windows of a convolution
 * or the gates of an LSTM. Layers say it themselves: each is bound once to tensors without memory.
 */
public final class Footprint {
    private final Pretraining pretraining;
    private final Wiring wiring;
    private final GradientSlots slots;

    private Footprint(Graph graph, Recipe recipe, boolean second) {
        pretraining = Pretraining.of(graph, recipe.fit());
        wiring = new Wiring(pretraining);
        slots = new GradientSlots(wiring, Model.sharesGradients(pretraining, second));
    }

    /**
     * The bytes, {@link Long#MAX_VALUE} if they are beyond counting.
     *
     * @param graph a sound design
     * @param batch examples in a batch
     */
    public static long bytes(Graph graph, Recipe recipe, int batch) {
        int parts = recipe.partsFor(graph, batch);
        Footprint footprint = new Footprint(graph, recipe, parts == 1 && recipe.threads().orElse(2) > 1);
        double floats = footprint.parameters((recipe.accumulate() > 1 ? 2 : 1) + recipe.optimizer().slots().size()
                + parts) + (double) parts * footprint.part(Math.ceilDiv(batch, parts));
        return (long) (floats * Float.BYTES); // a double that is too large for a long becomes the largest
    }

    /** Parameters, so many vectors of them, and states. */
    private double parameters(int vectors) {
        double floats = 0;
        for (GraphNode node : wiring.liveNodes()) {
            for (ParameterSpec spec : node.parameters()) {
                floats += (double) vectors * spec.shape().size();
            }
            List<Shape> inputs = node.inputs().stream().map(i -> wiring.nodes().get(i).shape()).toList();
            for (StateSpec spec : node.layer().states(inputs)) {
                floats += spec.shape().size();
            }
        }
        return floats;
    }

    /** All tensors of a part of so many examples. */
    private double part(int rows) {
        double floats = 0;
        for (GraphNode node : wiring.liveNodes()) {
            floats += (double) rows * node.shape().size() + CountingPlace.floats(wiring, node, rows);
        }
        for (int size : slots.sizes()) {
            floats += (double) rows * size;
        }
        for (int i = 0; i < pretraining.losses(); i++) {
            Shape judged = wiring.nodes().get(wiring.losses().get(i).node()).shape();
            floats += (double) rows * wiring.losses().get(i).loss().targetShape(judged).size();
        }
        Set<Integer> corrupted = new TreeSet<>();
        pretraining.decoders().stream().filter(decoder -> decoder.corruption() > 0).forEach(decoder -> corrupted.add(
                decoder.of().from()));
        for (int from : corrupted) {
            floats += (double) rows * wiring.nodes().get(from).shape().size();
        }
        return floats;
    }
}
