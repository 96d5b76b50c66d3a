package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * All parameters of a network in one flat vector, their gradients in one more for each part, the optimizer's slots in
 * one each. A parameter is a slice; slices begin on cache lines.
 */
final class Parameters {
    /** One parameter: whose it is and where it lies. */
    record Entry(int index, int node, String nodeId, ParameterSpec spec, int offset, int size) {
        /** {@code dense1/weight}, as checkpoints name it. */
        String path() {
            return nodeId + "/" + spec.name();
        }
    }

    private static final int LINE = 16;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, List<Entry>> byNode;
    private final FloatBuffer values;
    private final FloatBuffer[] gradients;
    private final FloatBuffer[] slots;
    private final int length;
    private final Arena arena;
    private FloatBuffer sum;

    /** Zeroed memory for the parameters of these nodes. */
    Parameters(List<GraphNode> nodes, boolean[] live, int parts, int slotCount, Arena arena) {
        long offset = 0;
        for (GraphNode node : nodes) {
            for (ParameterSpec spec : live[node.index()] ? node.parameters() : List.<ParameterSpec>of()) {
                int size = spec.shape().size();
                entries.add(new Entry(entries.size(), node.index(), node.id(), spec, Math.toIntExact(offset), size));
                offset += (size + LINE - 1L) / LINE * LINE;
                if (offset > Integer.MAX_VALUE / 4) {
                    throw new IllegalArgumentException("the network has more than 536,870,911 parameters");
                }
            }
        }
        byNode = entries.stream().collect(Collectors.groupingBy(Entry::node));
        length = (int) offset;
        this.arena = arena;
        values = arena.allocate(Math.max(1, offset));
        gradients = allocate(parts, arena);
        slots = allocate(slotCount, arena);
    }

    private FloatBuffer[] allocate(int count, Arena arena) {
        FloatBuffer[] buffers = new FloatBuffer[count];
        for (int i = 0; i < count; i++) {
            buffers[i] = arena.allocate(Math.max(1, length));
        }
        return buffers;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The parameters of one node, in storage order. */
    List<Entry> entriesOf(int node) {
        return byNode.getOrDefault(node, List.of());
    }

    /** Where each node's parameters begin in {@link #entries}, and behind the last node their number. */
    int[] firstEntries(int nodes) {
        int[] first = new int[nodes + 1];
        for (Entry entry : entries) {
            first[entry.node() + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            first[i + 1] += first[i];
        }
        return first;
    }

    FloatBuffer values() {
        return values;
    }

    FloatBuffer gradient(int part) {
        return gradients[part];
    }

    /** Where the gradients of batches that make one step together are added up; there is none before it is asked for. */
    FloatBuffer sum() {
        if (sum == null) {
            sum = arena.allocate(Math.max(1, length));
        }
        return sum;
    }

    FloatBuffer slot(int i) {
        return slots[i];
    }

    int slots() {
        return slots.length;
    }

    /** All values by {@code node/parameter}, and the slots by {@code optimizer.slot/node/parameter}; live views. */
    Map<String, Tensor> tensors(List<String> slotNames) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            tensors.put(entry.path(), value(entry));
            for (int i = 0; i < slotNames.size(); i++) {
                tensors.put("optimizer." + slotNames.get(i) + "/" + entry.path(), slot(entry, i));
            }
        }
        return tensors;
    }

    /** All gradients by {@code node/parameter}; live views. */
    Map<String, Tensor> gradientTensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        entries.forEach(entry -> tensors.put(entry.path(), gradient(entry, 0)));
        return tensors;
    }

    /** The values of one parameter. */
    Tensor value(Entry entry) {
        return slice(entry.path(), values, entry);
    }

    /** The gradient of one parameter as a part computes it; part 0 holds the sum once a step is over. */
    Tensor gradient(Entry entry, int part) {
        return slice(entry.path(), gradients[part], entry);
    }

    /** One of the optimizer's values for one parameter. */
    Tensor slot(Entry entry, int slot) {
        return slice(entry.path(), slots[slot], entry);
    }

    private static Tensor slice(String name, FloatBuffer of, Entry entry) {
        Shape shape = entry.spec().shape();
        return Tensor.of(name, of.slice(entry.offset(), entry.size()), shape);
    }

    /** Draws every parameter from a generator of its own: mix(seed, "init", node, parameter). */
    void initialize(long seed) {
        RandomGeneratorFactory<RandomGenerator> factory = RandomGeneratorFactory.of("L64X128MixRandom");
        for (Entry entry : entries) {
            float[] drawn = new float[entry.size()];
            long own = Seeds.mix(seed, "init", entry.nodeId(), entry.spec().name());
            entry.spec().initializer().draw(drawn, entry.spec(), factory.create(own));
            values.put(entry.offset(), drawn);
        }
        clearSlots();
    }

    /** Makes the gradient of a parameter 0 in all parts. */
    void clearGradients(Entry entry) {
        for (FloatBuffer gradient : gradients) {
            for (int i = entry.offset(); i < entry.offset() + entry.size(); i++) {
                gradient.put(i, 0f);
            }
        }
    }

    /** Empties what the optimizer keeps. */
    void clearSlots() {
        for (FloatBuffer slot : slots) {
            for (int i = 0; i < length; i++) {
                slot.put(i, 0f);
            }
        }
    }
}
