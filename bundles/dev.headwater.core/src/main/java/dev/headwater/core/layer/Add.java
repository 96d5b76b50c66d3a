package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The sum of inputs of one shape, y = x₁ + x₂ + …: the join of a residual block (He et al. 2016). Backward: every
 * input receives dy unchanged, which is why gradients survive any depth.
 */
@InFamily(LayerFamily.JOIN)
@Named(about = "the sum of its inputs: the join of a residual block")
public record Add() implements Layer {
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
                throw new ShapeMismatch("Add needs inputs of one shape, input 1 is " + inputs.get(0) + ", input "
                        + (i + 1) + " is " + inputs.get(i));
            }
        }
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor[] xs = new Tensor[place.inputs()];
        Sweep[] copies = new Sweep[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = place.input(i);
            copies[i] = place.needsInputGradient(i) ? place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n),
                    new Tensor[] {place.inputGradient(i)}, place.outputGradient()) : Sweep.NONE;
        }
        Sweep sum = place.sweep((w, r, n) -> {
            Tiles.add(r[0], r[1], w[0], n);
            for (int i = 2; i < r.length; i++) {
                Tiles.add(w[0], r[i], w[0], n);
            }
        }, new Tensor[] {place.output()}, xs);
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                sum.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                for (Sweep copy : copies) {
                    copy.run(pass.rows());
                }
            }
        };
    }
}
