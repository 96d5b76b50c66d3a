package dev.headwater.core.engine;

import dev.headwater.core.layer.Sweep;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;

/** dL/d(output) of every node in one part: where it is written, and how what several readers write adds up. */
final class GradientFlow {
    private final FloatBuffer[] memory;
    private final Tensor[] gradients;
    private final Tensor[][] edges;
    private final Tensor[] lossEdges;
    private final Sweep[] forks;

    GradientFlow(Wiring wiring, GradientSlots slots, int rows, Arena arena, TilePool pool) {
        memory = slots.sizes().stream().map(size -> arena.allocate((long) size * rows)).toArray(FloatBuffer[]::new);
        int all = wiring.nodes().size();
        gradients = new Tensor[all];
        edges = new Tensor[all][];
        lossEdges = new Tensor[wiring.losses().size()];
        forks = new Sweep[all];
        for (GraphNode node : wiring.liveNodes()) {
            int i = node.index();
            edges[i] = new Tensor[node.inputs().size()];
            if (wiring.hasGradient(i)) {
                gradients[i] = gradient(node.id() + "/output-gradient", node.shape(), slots.of(i), rows);
            }
        }
        wire(wiring, slots, rows, pool);
    }

    private Tensor gradient(String name, Shape shape, int slot, int rows) {
        return Tensor.batch(name, memory[slot].slice(0, shape.size() * rows), shape, rows);
    }

    /** Gives every gradient one writer: where an output has several readers, each writes its own and a fork adds up. */
    private void wire(Wiring wiring, GradientSlots slots, int rows, TilePool pool) {
        List<GraphNode> nodes = wiring.liveNodes();
        Tensor[][] arriving = new Tensor[gradients.length][];
        int[] arrived = new int[gradients.length];
        for (GraphNode reader : nodes) {
            for (int slot = 0; slot < reader.inputs().size(); slot++) {
                int from = reader.inputs().get(slot);
                if (wiring.learns(from)) {
                    edges[reader.index()][slot] = arrive(wiring, from, arriving, arrived, rows, slots.ofReader(
                            reader.index(), slot));
                }
            }
        }
        for (int i = 0; i < lossEdges.length; i++) {
            lossEdges[i] = arrive(wiring, wiring.losses().get(i).node(), arriving, arrived, rows, slots.ofLoss(i));
        }
        for (GraphNode node : nodes) {
            Tensor[] own = arriving[node.index()];
            forks[node.index()] = own == null ? Sweep.NONE
                    : new TileSweep(pool, GradientFlow::addUp, null, false, new Tensor[] {gradients[node.index()]},
                            own);
        }
    }

    private Tensor arrive(Wiring wiring, int node, Tensor[][] arriving, int[] arrived, int rows, int slot) {
        if (wiring.readers(node) == 1 || !wiring.learns(node)) {
            return gradients[node];
        }
        if (arriving[node] == null) {
            arriving[node] = new Tensor[wiring.readers(node)];
        }
        Shape shape = gradients[node].shape();
        Tensor own = gradient(gradients[node].name() + "." + (arrived[node] + 1), shape, slot, rows);
        arriving[node][arrived[node]++] = own;
        return own;
    }

    private static void addUp(float[][] write, float[][] read, int n) {
        float[] sum = write[0];
        System.arraycopy(read[0], 0, sum, 0, n);
        for (int k = 1; k < read.length; k++) {
            add(read[k], sum, n);
        }
    }

    private static void add(float[] x, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }

    /** dL/d(output) of a node while it is needed, or {@code null} where nobody needs it. */
    Tensor of(int node) {
        return gradients[node];
    }

    /** Where a node writes the gradients of its inputs; {@code null} for those that nobody needs. */
    Tensor[] edges(int node) {
        return edges[node];
    }

    /** Where a loss writes its gradient. */
    Tensor ofLoss(int loss) {
        return lossEdges[loss];
    }

    /** Adds up what the readers of a node's output have written. */
    void addUp(int node, int rows) {
        forks[node].run(rows);
    }
}
