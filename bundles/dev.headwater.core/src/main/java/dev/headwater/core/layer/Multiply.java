package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The product of inputs of one shape, y = x₁ ⊙ x₂ ⊙ …: a gate. Backward: dxᵢ = dy ⊙ Πⱼ≠ᵢ xⱼ, multiplied out, for
 * y / xᵢ would be wrong where xᵢ is 0.
 */
@InFamily(LayerFamily.JOIN)
@Named(about = "the product of its inputs, value by value: a gate")
public record Multiply() implements Layer {
    @Override
    public int minInputs() {
        return 2;
    }

    @Override
    public int maxInputs() {
        return 64;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(inputs.get(0))) {
                throw new ShapeMismatch("Multiply needs inputs of one shape, input 1 is " + inputs.get(0) + ", input "
                        + (i + 1) + " is " + inputs.get(i));
            }
        }
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        int inputs = place.inputs();
        Tensor[] xs = new Tensor[inputs];
        for (int i = 0; i < inputs; i++) {
            xs[i] = place.input(i);
        }
        Sweep[] backward = new Sweep[inputs];
        for (int i = 0; i < inputs; i++) {
            Tensor[] others = xs.clone();
            others[i] = place.outputGradient();
            backward[i] = place.needsInputGradient(i) ? product(place, place.inputGradient(i), others) : Sweep.NONE;
        }
        return Kernels.of(product(place, place.output(), xs), backward);
    }

    private static Sweep product(Place place, Tensor into, Tensor[] factors) {
        return place.sweep((w, r, n) -> {
            Tiles.multiply(r[0], r[1], w[0], n);
            for (int i = 2; i < r.length; i++) {
                Tiles.multiply(w[0], r[i], w[0], n);
            }
        }, new Tensor[] {into}, factors);
    }
}
