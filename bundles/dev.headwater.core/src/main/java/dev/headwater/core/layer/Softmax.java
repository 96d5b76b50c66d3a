package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * Probabilities over the last axis, yᵢ = e^xᵢ / Σⱼ e^xⱼ, computed from x − max x. Backward: dxᵢ = yᵢ (dyᵢ − Σⱼ yⱼ dyⱼ).
 * Where the loss starts from the logits, dy is dL/dx already.
 */
@InFamily(LayerFamily.ACTIVATION)
@Named(about = "probabilities over the last axis: y_i = e^x_i / sum_j e^x_j")
public record Softmax() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.get(0).columns() < 2) {
            throw new ShapeMismatch("Softmax of one unit is always 1, input is " + inputs.get(0)
                    + "; use Dense with one sigmoid unit, or two units");
        }
        return inputs.get(0);
    }

    @Override
    public Kernel bind(Place place) {
        Tensor x = place.input(0);
        Tensor y = place.output();
        Sweep forward = place.rowSweep(Softmax::probabilities, new Tensor[] {y}, x);
        Sweep backward = backward(place, y);
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
            }

            @Override
            public Tensor logits() {
                return place.fusedWithLoss() ? x : null;
            }
        };
    }

    private static Sweep backward(Place place, Tensor y) {
        if (!place.needsInputGradient(0)) {
            return Sweep.NONE;
        }
        Tensor[] dx = {place.inputGradient(0)};
        return place.fusedWithLoss()
                ? place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), dx, place.outputGradient())
                : place.rowSweep(Softmax::slopes, dx, place.outputGradient(), y);
    }

    private static void probabilities(float[][] write, float[][] read, int n) {
        float[] x = read[0];
        float[] y = write[0];
        float max = x[0];
        for (int i = 1; i < n; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double e = Math.exp((double) x[i] - max);
            y[i] = (float) e;
            sum += e;
        }
        float scale = (float) (1 / sum);
        for (int i = 0; i < n; i++) {
            y[i] *= scale;
        }
    }

    private static void slopes(float[][] write, float[][] read, int n) {
        double dot = 0;
        for (int i = 0; i < n; i++) {
            dot += (double) read[0][i] * read[1][i];
        }
        for (int i = 0; i < n; i++) {
            write[0][i] = (float) (read[1][i] * (read[0][i] - dot));
        }
    }
}
