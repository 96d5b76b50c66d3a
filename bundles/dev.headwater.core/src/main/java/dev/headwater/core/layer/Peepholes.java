package dev.headwater.core.layer;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * The gradients of an LSTM's peepholes, dp_i = Σ dz_i ⊙ c_{t−1}, dp_f = Σ dz_f ⊙ c_{t−1}, dp_o = Σ dz_o ⊙ c_t. They
 * begin as zeros: until they have learned something, the cell is one without them.
 */
final class Peepholes {
    /** Their names: of the input, forget and output gate. */
    static final List<String> NAMES = List.of("peephole_i", "peephole_f", "peephole_o");

    private Peepholes() {
    }

    static List<ParameterSpec> parameters(int units) {
        return NAMES.stream().map(name -> new ParameterSpec(name, Shape.of(units), 1, 1, new Zeros())).toList();
    }

    /** Sums over all steps of dz by gate and c, which begins one step earlier. */
    static Sweep gradients(Place place, Tensor[] dz, Timeline c, int steps) {
        Tensor[] into = NAMES.stream().map(place::gradient).toArray(Tensor[]::new);
        return place.each((w, r, row) -> {
            multiplyAdd(r[0], r[3], w[0]);
            multiplyAdd(r[1], r[3], w[1]);
            multiplyAdd(r[2], r[4], w[2]);
        }, into, dz[0], dz[1], dz[3], c.all(0, steps), c.all(1, steps));
    }

    private static void multiplyAdd(float[] a, float[] b, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] * b[i];
        }
    }
}
