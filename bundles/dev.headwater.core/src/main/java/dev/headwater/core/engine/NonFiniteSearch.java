package dev.headwater.core.engine;

import dev.headwater.core.engine.Diverged.Phase;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/** Finds, after a step went wrong, where the first value that is not a number appeared. */
final class NonFiniteSearch {
    private final Wiring wiring;
    private final Parameters parameters;
    private final PartPlan[] parts;
    private final Runnable again;
    private final long step;

    /** {@code again} takes the step's examples through the parts once more: gradients of outputs are gone by now. */
    NonFiniteSearch(Wiring wiring, Parameters parameters, PartPlan[] parts, Runnable again, long step) {
        this.wiring = wiring;
        this.parameters = parameters;
        this.parts = parts;
        this.again = again;
        this.step = step;
    }

    /** The first place in the order of the computation: outputs forward, the loss, then gradients backward. */
    Diverged find() {
        List<GraphNode> nodes = wiring.liveNodes();
        for (GraphNode node : nodes) {
            for (PartPlan part : parts) {
                Diverged found = check(node, "the output", part.output(node.index()), part, Phase.FORWARD);
                Tensor logits = part.kernel(node.index()).logits();
                if (found == null && logits != null) {
                    found = check(node, "the pre-activation", logits, part, Phase.FORWARD);
                }
                if (found != null) {
                    return found;
                }
            }
        }
        Diverged[] learned = new Diverged[wiring.nodes().size()];
        nodes.forEach(node -> learned[node.index()] = learned(node));
        for (PartPlan part : parts) {
            part.watch(true);
        }
        again.run();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            GraphNode node = nodes.get(k);
            for (PartPlan part : parts) {
                float bad = part.watched(node.index());
                if (!Float.isFinite(bad)) {
                    return new Diverged(step, node.id(), "the output gradient", Phase.BACKWARD, bad);
                }
            }
            if (learned[node.index()] != null) {
                return learned[node.index()];
            }
        }
        String judged = wiring.nodes().get(wiring.losses().get(0).node()).id();
        return new Diverged(step, judged, "the loss", Phase.FORWARD, Float.NaN);
    }

    /** The first parameter of a layer whose gradient is not finite. */
    private Diverged learned(GraphNode node) {
        for (Parameters.Entry entry : parameters.entriesOf(node.index())) {
            float bad = firstBad(parameters.gradient(entry, 0), 1);
            if (!Float.isFinite(bad)) {
                return new Diverged(step, node.id(), "the gradient of " + entry.spec().name(), Phase.BACKWARD, bad);
            }
        }
        return null;
    }

    private Diverged check(GraphNode node, String what, Tensor tensor, PartPlan part, Phase phase) {
        float bad = firstBad(tensor, part.pass().rows());
        return Float.isFinite(bad) ? null : new Diverged(step, node.id(), what, phase, bad);
    }

    /** The first value that is NaN or infinite, or 0. */
    static float firstBad(Tensor tensor, int rows) {
        int size = tensor.size(rows);
        for (int i = 0; i < size; i++) {
            float x = tensor.data().get(i);
            if (!Float.isFinite(x)) {
                return x;
            }
        }
        return 0;
    }
}
