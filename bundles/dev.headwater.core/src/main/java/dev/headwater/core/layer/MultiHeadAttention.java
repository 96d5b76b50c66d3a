package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Scaled dot-product attention with several heads (Vaswani et al. 2017). With q = x wqᵀ + bq, k = x' wkᵀ + bk and
 * v = x″ wvᵀ + bv, of which head i takes the columns from i·d to (i+1)·d: s = q kᵀ / √d, p = softmax(s) over the keys,
 * y = [p₁v₁, p₂v₂, …] woᵀ + bo.
 *
 * <p>
 * Inputs are {@code [time, features]}: one is queries, keys and values (self-attention); of two the second is keys and
 * values; three are queries, keys, values. The output has the queries' time and features. wq, wk, wv (heads·d, features
 * of what they read), wo (features of the queries, heads·d). A causal mask hides from step t all keys after t; lengths
 * hide the keys of padding. Backward: dv = pᵀdo, dp = do vᵀ, ds = p ⊙ (dp − Σ dp p), dq = ds k / √d, dk = dsᵀ q / √d.
 */
@InFamily(LayerFamily.ATTENTION)
@Named(about = "attention: y = softmax(q k^T / sqrt(d)) v in several heads, of one input, or queries and what they look at")
public record MultiHeadAttention(
        @Setting(about = "Number of heads.", min = 1, max = 1 << 12) int heads,
        @Setting(about = "Columns of each head (d); auto is the queries' features divided by the heads.", byDefault = "auto", min = 1, max = 1 << 16) OptionalInt keySize,
        @Setting(about = "Whether a step sees only itself and steps before it.", byDefault = "false") boolean causal,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases.", byDefault = "zeros") Initializer bias,
        @Setting(about = "Whether biases are added.", byDefault = "true") boolean useBias) implements Layer {
    @Override
    public int maxInputs() {
        return 3;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        for (Shape input : inputs) {
            if (input.rank() != 2) {
                throw new ShapeMismatch("MultiHeadAttention needs inputs [time, features], one is " + input);
            }
        }
        if (inputs.size() == 3 && inputs.get(1).extent(0) != inputs.get(2).extent(0)) {
            throw new ShapeMismatch("MultiHeadAttention needs as many values as keys, keys are " + inputs.get(1)
                    + ", values " + inputs.get(2));
        }
        size(inputs.get(0));
        return inputs.get(0);
    }

    /** Columns of a head. */
    private int size(Shape queries) {
        if (keySize.isEmpty() && queries.columns() % heads != 0) {
            throw new ShapeMismatch("MultiHeadAttention cannot divide the " + queries.columns() + " features of "
                    + queries + " among " + heads + " heads; choose another number of heads, or set \"keySize\"");
        }
        return keySize.orElse(queries.columns() / heads);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int features = inputs.get(0).columns();
        int inner = Math.multiplyExact(heads, size(inputs.get(0)));
        List<ParameterSpec> all = new ArrayList<>();
        add(all, "q", features, inner);
        add(all, "k", inputs.get(Math.min(1, inputs.size() - 1)).columns(), inner);
        add(all, "v", inputs.getLast().columns(), inner);
        add(all, "o", inner, features);
        return all;
    }

    private void add(List<ParameterSpec> all, String name, int in, int out) {
        all.add(new ParameterSpec("w" + name, Shape.of(out, in), in, out, weight));
        if (useBias) {
            all.add(new ParameterSpec("b" + name, Shape.of(out), in, out, bias));
        }
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        long inner = (long) heads * size(inputs.get(0));
        return inner * (2L * inputs.get(0).size() + inputs.get(Math.min(1, inputs.size() - 1)).size()
                + inputs.getLast().size());
    }

    @Override
    public Kernel bind(Place place) {
        return new AttentionKernel(place, heads, size(place.input(0).shape()), causal, useBias);
    }
}
