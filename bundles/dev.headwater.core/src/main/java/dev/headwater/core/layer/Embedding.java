package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A learned vector for each word, y = w[x], for whole numbers x from 0 to vocabulary − 1: {@code [time]} to
 * {@code [time, size]}; weight (vocabulary, size). Backward: dw[x] += dy, for a word that stands several times adds up;
 * whole numbers have no gradient.
 *
 * <p>
 * A word out of range is found where its row is looked up, which costs one comparison for each row of the output, and
 * throws {@link UnusableInput}.
 */
@InFamily(LayerFamily.ATTENTION)
@Named(about = "a learned vector for each whole number: y = w[x]")
public record Embedding(
        @Setting(about = "Number of different inputs, from 0 to one less.", min = 1, max = 1 << 24) int vocabulary,
        @Setting(about = "Length of each vector.", min = 1, max = 1 << 20) int size,
        @Setting(about = "What draws the first vectors; one word reaches them, so this default has deviation 1.", byDefault = "{\"initializer\": \"lecun\", \"distribution\": \"normal\"}") Initializer weight)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        int[] extents = inputs.get(0).toArray();
        int[] longer = Arrays.copyOf(extents, extents.length + 1);
        longer[extents.length] = size;
        return Shape.of(longer);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of(new ParameterSpec("weight", Shape.of(vocabulary, size), 1, size, weight));
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        int words = x.shape().size();
        String output = place.output().name();
        String node = output.substring(0, Math.max(0, output.lastIndexOf('/')));
        Sweep forward = place.each((w, r, example) -> {
            for (int i = 0; i < words; i++) {
                System.arraycopy(r[1], index(node, r[0][i]) * size, w[0], i * size, size);
            }
        }, new Tensor[] {place.output()}, x, place.parameter("weight"));
        Sweep backward = place.each((w, r, example) -> {
            for (int i = 0; i < words; i++) {
                int row = (int) r[0][i] * size;
                for (int j = 0; j < size; j++) {
                    w[0][row + j] += r[1][i * size + j];
                }
            }
        }, new Tensor[] {place.gradient("weight")}, x, place.outputGradient());
        Sweep none = place.needsInputGradient(0)
                ? place.sweep((w, r, n) -> Arrays.fill(w[0], 0, n, 0f), new Tensor[] {place.inputGradient(0)}, x)
                : Sweep.NONE;
        return Kernels.of(forward, backward, none);
    }

    private int index(String node, float x) {
        int index = (int) x;
        if (index != x || index < 0 || index >= vocabulary) {
            throw new UnusableInput("node '" + node + "': Embedding reads " + (index == x ? String.valueOf(index)
                    : String.valueOf(x)) + ", which is no whole number in [0, " + (vocabulary - 1)
                    + "]; set \"vocabulary\" to at least one more than the largest word, or mend the data");
        }
        return index;
    }
}
