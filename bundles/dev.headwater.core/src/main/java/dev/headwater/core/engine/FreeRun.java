package dev.headwater.core.engine;

import dev.headwater.core.layer.EchoState;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network with reservoirs that runs step by step: it reads one step, remembers the states of its reservoirs, and can
 * go on by itself, its output in the place of the last features of the next input. Its design is that of the trained
 * network with sequences of length 1.
 */
public final class FreeRun {
    private final Model model;
    private final Prediction prediction;
    private final List<Tensor> starts = new ArrayList<>();
    private final List<Tensor> states = new ArrayList<>();
    private final float[][] marked;
    private final float[] output;
    private final float[] markedOutput;

    /**
     * A run from reservoirs at rest.
     *
     * @param model laid out from {@code graph} for batches of one example
     * @param graph of sequences of length 1
     */
    public FreeRun(Model model, Graph graph) {
        this.model = model;
        prediction = new Prediction(model, graph);
        output = new float[prediction.size()];
        markedOutput = new float[output.length];
        Map<String, Tensor> tensors = model.tensors();
        for (GraphNode node : graph.nodes()) {
            Tensor start = tensors.get("state/" + node.id() + "/" + EchoState.START);
            if (node.layer() instanceof EchoState && start != null) {
                starts.add(start);
                states.add(model.parts()[0].output(node.index()));
            }
        }
        marked = new float[starts.size()][];
    }

    /** Takes over the parameters of a trained network of the same nodes; reservoirs go to rest. */
    public void take(Model trained) {
        Map<String, Tensor> from = trained.tensors();
        model.tensors().forEach((name, tensor) -> tensor.data().put(0, from.get(name).data(), 0,
                tensor.shape().size()));
    }

    /** One step with this input, the true outputs among its features; the next output, overwritten by the next step. */
    public float[] follow(float[] input) {
        prediction.run(input, 1, output);
        for (int i = 0; i < starts.size(); i++) {
            starts.get(i).data().put(0, states.get(i).data(), 0, starts.get(i).shape().size());
        }
        return output;
    }

    /** One step by itself: the last output is laid into the last features of {@code input} first. */
    public float[] goOn(float[] input) {
        System.arraycopy(output, 0, input, input.length - output.length, output.length);
        return follow(input);
    }

    /** Remembers where the run is. */
    public void mark() {
        for (int i = 0; i < marked.length; i++) {
            FloatBuffer start = starts.get(i).data();
            marked[i] = new float[start.capacity()];
            start.get(0, marked[i]);
        }
        System.arraycopy(output, 0, markedOutput, 0, output.length);
    }

    /** Goes back to where {@link #mark} was called last. */
    public void back() {
        for (int i = 0; i < marked.length; i++) {
            starts.get(i).data().put(0, marked[i]);
        }
        System.arraycopy(markedOutput, 0, output, 0, output.length);
    }
}
