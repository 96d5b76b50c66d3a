package dev.headwater.core.engine;

import dev.headwater.core.layer.Recurrent;
import dev.headwater.core.network.GraphNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which gradients of outputs share memory. On the way back each is needed from when it is written until its layer has used
 * it, which in a chain of layers is two of them at a time. So a few pieces of memory, here called slots, hold them all,
 * one after the other, and stay in the caches. What is looked at after the step has one of its own.
 */
final class GradientSlots {
    private static final int BEFORE = -1;

    private final Wiring wiring;
    private final boolean shared;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final int[] own;
    private final int[][] ofReaders;
    private final int[] ofLosses;

    /**
     * The slots of a network.
     *
     * @param shared whether any two gradients may have the same
     */
    GradientSlots(Wiring wiring, boolean shared) {
        this.wiring = wiring;
        this.shared = shared;
        int all = wiring.nodes().size();
        own = new int[all];
        Arrays.fill(own, -1);
        ofReaders = new int[all][];
        ofLosses = new int[wiring.losses().size()];
        List<Wanted> wanted = wanted();
        wanted.sort(Comparator.comparingInt(Wanted::from));
        for (Wanted one : wanted) {
            one.take(slot(one));
        }
    }

    /** Floats of each slot for one example. */
    List<Integer> sizes() {
        return sizes;
    }

    /** The slot of dL/d(output) of a node that has it. */
    int of(int node) {
        return own[node];
    }

    /** The slot into which a reader of several writes its share of its input's gradient. */
    int ofReader(int reader, int input) {
        return ofReaders[reader][input];
    }

    /** The same of a loss. */
    int ofLoss(int loss) {
        return ofLosses[loss];
    }

    /** A gradient that is needed from one moment of the way back to another, both among them. */
    private record Wanted(int from, int to, int size, boolean alone, int[] into, int index) {
        void take(int slot) {
            into[index] = slot;
        }
    }

    private List<Wanted> wanted() {
        List<GraphNode> nodes = wiring.liveNodes();
        int[] arrival = new int[wiring.nodes().size()];
        for (int k = 0; k < nodes.size(); k++) {
            arrival[nodes.get(k).index()] = 2 * (nodes.size() - 1 - k);
        }
        int[] written = new int[arrival.length];
        Arrays.fill(written, Integer.MAX_VALUE);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < ofLosses.length; i++) {
            write(wiring.losses().get(i).node(), BEFORE, ofLosses, i, arrival, written, wanted);
        }
        for (GraphNode reader : nodes) {
            ofReaders[reader.index()] = new int[reader.inputs().size()];
            for (int slot = 0; slot < reader.inputs().size(); slot++) {
                int input = reader.inputs().get(slot);
                if (wiring.learns(input)) {
                    write(input, arrival[reader.index()] + 1, ofReaders[reader.index()], slot, arrival, written,
                            wanted);
                }
            }
        }
        for (GraphNode node : nodes) {
            int i = node.index();
            if (wiring.hasGradient(i)) {
                int from = several(i) ? arrival[i] : written[i];
                boolean readLater = node.layer() instanceof Recurrent;
                wanted.add(new Wanted(from, Math.max(from, arrival[i] + 1), node.shape().size(), readLater, own, i));
            }
        }
        return wanted;
    }

    /** Whether each reader writes a gradient of its own. */
    private boolean several(int node) {
        return wiring.readers(node) > 1 && wiring.learns(node);
    }

    private void write(int node, int at, int[] into, int index, int[] arrival, int[] written, List<Wanted> wanted) {
        written[node] = Math.min(written[node], at);
        if (several(node)) {
            wanted.add(new Wanted(at, arrival[node], wiring.nodes().get(node).shape().size(), false, into, index));
        }
    }

    /** The smallest free slot that is large enough, or the largest made larger, or a new one. */
    private int slot(Wanted wanted) {
        int best = -1;
        for (int k = shared && !wanted.alone ? sizes.size() - 1 : -1; k >= 0; k--) {
            if (free.get(k) < wanted.from && (best < 0 || better(sizes.get(k), sizes.get(
                    best), wanted.size))) {
                best = k;
            }
        }
        if (best < 0) {
            best = sizes.size();
            sizes.add(0);
            free.add(0);
        }
        sizes.set(best, Math.max(sizes.get(best), wanted.size));
        free.set(best, wanted.alone ? Integer.MAX_VALUE : wanted.to);
        return best;
    }

    private static boolean better(int size, int best, int needed) {
        return size >= needed ? best < needed || size < best : best < needed && size > best;
    }
}
