package dev.headwater.core.engine;

import dev.headwater.core.layer.Gathering;
import dev.headwater.core.layer.Kernel;
import dev.headwater.core.loss.LossKernel;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * One part of the batch with the network laid out for it: tensors, kernels, forward and backward in order. Used by one
 * thread at a time.
 */
final class PartPlan {
    private final List<GraphNode> nodes;
    private final Wiring wiring;
    private final Tensor[] outputs;
    private final GradientFlow gradients;
    private final Corruptions corruptions;
    private final Kernel[] kernels;
    private final Tensor[] targets;
    private final LossKernel[] losses;
    private final List<NoiseSource> noises = new ArrayList<>();
    private final int[] gatherings;
    private final StepPass pass = new StepPass();
    private final OutputProbe probe;
    private final Later later;
    private final int shown;
    private final double[] divisors;
    private final double[] lossShares;
    private IntConsumer reached = k -> {
    };
    private IntConsumer left = node -> {
    };
    /** By node the first value of its gradient that is none, or 0; {@code null} while nobody watches. */
    private float[] watched;

    /** The network laid out for at most {@code rows} examples as the {@code part}-th part. */
    PartPlan(Wiring wiring, Parameters parameters, States states, GradientSlots slots, int part, int rows,
            Arena arena) {
        this.wiring = wiring;
        nodes = wiring.liveNodes();
        int all = wiring.nodes().size();
        outputs = new Tensor[all];
        kernels = new Kernel[all];
        TilePool pool = new TilePool();
        for (GraphNode node : nodes) {
            outputs[node.index()] = arena.batch(node.id() + "/output", node.shape(), rows);
        }
        gradients = new GradientFlow(wiring, slots, rows, arena, pool);
        corruptions = new Corruptions(wiring, outputs, noises, rows, arena);
        later = new Later(parameters.entries().size());
        for (GraphNode node : nodes) {
            kernels[node.index()] = node.layer().bind(new PlanPlace(node, this, wiring, parameters, states, noises,
                    part,
                    rows, arena, pool, later));
        }
        gatherings = IntStream.range(0, nodes.size()).filter(k -> kernels[nodes.get(k).index()] instanceof Gathering)
                .toArray();
        List<GraphLoss> judged = wiring.losses();
        targets = new Tensor[judged.size()];
        losses = new LossKernel[judged.size()];
        divisors = new double[judged.size()];
        lossShares = new double[judged.size()];
        for (int i = 0; i < losses.length; i++) {
            bindLoss(i, judged.get(i), rows, arena);
        }
        List<GraphNode> seen = wiring.shownNodes();
        shown = seen.size();
        probe = new OutputProbe(seen, this);
    }

    /** From now on lets the stage of this decoder be trained; {@code null} for none. */
    void pretrain(Pretraining.Decoder decoder) {
        corruptions.share(decoder);
        for (GraphNode node : nodes) {
            if (wiring.idle(node.index())) {
                for (Tensor edge : gradients.edges(node.index())) {
                    clear(edge, edge.rows()); // nobody writes it while the layer is idle
                }
            }
        }
    }

    private void bindLoss(int i, GraphLoss judged, int rows, Arena arena) {
        int node = judged.node();
        Shape target = judged.loss().targetShape(wiring.nodes().get(node).shape());
        targets[i] = decoderOf(i) == null ? arena.batch(wiring.nodes().get(node).id() + "/target", target, rows)
                : outputs[decoderOf(i).of().from()];
        boolean fused = wiring.fused(node);
        Tensor judgedTensor = fused ? kernels[node].logits() : outputs[node];
        losses[i] = judged.loss().bind(fused, judgedTensor, targets[i], gradients.ofLoss(i));
    }

    /** The decoder that a loss judges; {@code null} if it is the design's. */
    private Pretraining.Decoder decoderOf(int loss) {
        int design = wiring.pretraining().losses();
        return loss < design ? null : wiring.pretraining().decoders().get(loss - design);
    }

    /** Finds out what each loss of a whole batch is divided by. */
    void divide(float[] wanted, int[] lengths, int batchRows) {
        for (int i = 0; i < losses.length; i++) {
            divisors[i] = losses[i].divisor(wanted, lengths, batchRows);
        }
    }

    /** Lays rows [from, from + rows) of a batch into the inputs and targets. */
    void load(float[] inputs, float[] wanted, int[] lengths, int from, int rows, int batchRows, boolean training,
            long step) {
        pass.set(from, rows, batchRows, lengths, training, step);
        for (int k = 0; k < nodes.size(); k++) { // by index, for an iterator would be allocated at each step
            GraphNode node = nodes.get(k);
            if (node.inputs().isEmpty()) {
                int size = node.shape().size();
                outputs[node.index()].data().put(0, inputs, from * size, rows * size);
            }
        }
        for (int i = 0; i < wiring.pretraining().losses(); i++) {
            int size = targets[i].shape().size();
            targets[i].data().put(0, wanted, from * size, rows * size);
        }
    }

    /** Forward through all nodes and losses. */
    void forward() {
        forward(0, nodes.size());
        judge();
    }

    /** Forward through the nodes from one place of the order to before another. */
    void forward(int from, int to) {
        if (pass.rows() > 0) {
            for (int k = from; k < to; k++) {
                int node = nodes.get(k).index();
                if (!wiring.idle(node)) {
                    corruptions.forward(node, pass);
                    kernels[node].forward(pass);
                    if (k < shown) {
                        reached.accept(k);
                    }
                }
            }
        }
    }

    /** The losses, once all outputs are there: shares of the batch's means, in an evaluation plain sums. */
    void judge() {
        for (int i = 0; i < losses.length; i++) {
            lossShares[i] = 0;
            if (pass.rows() > 0 && wiring.counts(i)) {
                lossShares[i] = losses[i].run(pass, pass.training() ? divisors[i] : 1);
            } else if (pass.rows() > 0 && decoderOf(i) == null) {
                clear(gradients.ofLoss(i), pass.rows());
            }
        }
    }

    private static void clear(Tensor gradient, int rows) {
        for (int i = gradient.size(rows) - 1; i >= 0; i--) {
            gradient.data().put(i, 0f);
        }
    }

    /** The last share of one loss. */
    double lossShare(int i) {
        return lossShares[i];
    }

    /** What one loss of the whole batch is divided by. */
    double divisor(int i) {
        return divisors[i];
    }

    /** How many nodes it runs through. */
    int length() {
        return nodes.size();
    }

    /** Places in the order of nodes whose kernels need sums over the whole batch. */
    int[] gatherings() {
        return gatherings;
    }

    private Gathering gathering(int k) {
        return (Gathering) kernels[nodes.get(k).index()];
    }

    /** This part's sums at a node, forward or backward; zeros where the part has no rows. */
    void gather(int k, boolean back) {
        Gathering kernel = gathering(k);
        if (pass.rows() == 0) {
            Arrays.fill(sums(k, back), 0);
        } else if (back) {
            kernel.gatherBackward(pass);
        } else {
            corruptions.forward(nodes.get(k).index(), pass);
            kernel.gatherForward(pass);
        }
    }

    double[] sums(int k, boolean back) {
        return back ? gathering(k).backwardSums() : gathering(k).forwardSums();
    }

    /** Backward through all nodes that learn; the probe looks at each gradient before its layer may overwrite it. */
    void backward(int probeRows) {
        for (int k = nodes.size() - 1; k >= 0; k--) {
            arrive(k, probeRows);
            leave(k);
        }
    }

    /** Backward from one place of the order down to after another, whose gradient then has arrived. */
    void backward(int from, int to, int probeRows) {
        for (int k = Math.min(from, nodes.size() - 1); k > to; k--) {
            if (k < from) {
                arrive(k, probeRows);
            }
            leave(k);
        }
        if (to >= 0) {
            arrive(to, probeRows);
        }
    }

    private void arrive(int k, int probeRows) {
        int node = nodes.get(k).index();
        if (pass.rows() > 0 && gradient(node) != null && !wiring.idle(node)) {
            gradients.addUp(node, pass.rows());
            if (watched != null) {
                watched[node] = NonFiniteSearch.firstBad(gradient(node), pass.rows());
            }
            if (k < shown) {
                probe.gradient(k, probeRows);
            }
        }
    }

    private void leave(int k) {
        int node = nodes.get(k).index();
        if (pass.rows() > 0 && wiring.learns(node) && !wiring.idle(node)) {
            kernels[node].backward(pass);
            corruptions.backward(node, gradients.edges(node), pass);
            left.accept(node);
        }
    }

    /** The products that make gradients of parameters, and may wait. */
    Later later() {
        return later;
    }

    /**
     * Who is told of what has just been computed and is still in the caches: places in the order of nodes whose outputs
     * are there, and indices of nodes whose parameters' gradients are.
     */
    void tell(IntConsumer outputs, IntConsumer gradients) {
        reached = outputs;
        left = gradients;
    }

    /** From now on looks at every gradient on the way back for values that are not finite, or no longer. */
    void watch(boolean whether) {
        watched = whether ? new float[outputs.length] : null;
    }

    /** The first value of a node's gradient that is NaN or infinite, or 0, if that was watched. */
    float watched(int node) {
        return watched[node];
    }

    /** Brings the states of all layers up to date after a good step. */
    void settle() {
        for (int k = 0; k < nodes.size(); k++) {
            kernels[nodes.get(k).index()].settle(pass);
        }
    }

    /** Begins all noise of a run. */
    void seed(long seed) {
        noises.forEach(noise -> noise.seed(seed));
    }

    StepPass pass() {
        return pass;
    }

    OutputProbe probe() {
        return probe;
    }

    Tensor output(int node) {
        return outputs[node];
    }

    /** What a node reads in one of its inputs' place. */
    Tensor input(GraphNode reader, int slot) {
        return corruptions.input(reader, slot);
    }

    /** dL/d(output) while it is needed, or {@code null} where nobody needs it. */
    Tensor gradient(int node) {
        return gradients.of(node);
    }

    Tensor edge(int node, int slot) {
        return gradients.edges(node)[slot];
    }

    Kernel kernel(int node) {
        return kernels[node];
    }

    Tensor target(int loss) {
        return targets[loss];
    }
}
