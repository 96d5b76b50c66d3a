package dev.headwater.core.engine;

import dev.headwater.core.network.Graph;
import dev.headwater.core.tensor.Tensor;

/** What a network puts out for examples without targets; nothing is trained, nothing recorded. */
public final class Prediction {
    private final Model model;
    private final int node;
    private final float[] noTargets;

    /** The outputs of the node that the network's first loss judges. */
    public Prediction(Model model, Graph graph) {
        this.model = model;
        node = graph.losses().getFirst().node();
        int largest = 0;
        for (int i = 0; i < graph.losses().size(); i++) {
            largest = Math.max(largest, model.parts()[0].target(i).shape().size());
        }
        noTargets = new float[largest * model.batch()];
    }

    /** Numbers in one example's output. */
    public int size() {
        return model.parts()[0].output(node).shape().size();
    }

    /** Writes the outputs of {@code rows} examples, at most the model's batch, one after the other. */
    public void run(float[] inputs, int rows, float[] into) {
        model.forward(inputs, noTargets, null, rows, rows);
        int at = 0;
        for (PartPlan part : model.parts()) {
            Tensor output = part.output(node);
            int n = output.size(part.pass().rows());
            output.data().get(0, into, at, n);
            at += n;
        }
    }
}
