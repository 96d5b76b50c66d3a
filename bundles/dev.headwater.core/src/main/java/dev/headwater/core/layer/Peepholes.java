package dev.headwater.core.layer;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

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

    /** Sums over all steps of dz {@code [time, 4 · units]} and c {@code [time, units]}. */
    static Sweep gradients(Place place, Tensor dz, Tensor c, Tensor firstCell) {
        int units = c.columns();
        int steps = c.shape().extent(0);
        Tensor[] into = Stream.of(0, 1, 2).map(k -> place.gradient(NAMES.get(k))).toArray(Tensor[]::new);
        return place.each((w, r, example) -> {
            multiplyAdd(r[0], 0, r[2], 0, w[0], units);
            multiplyAdd(r[0], units, r[2], 0, w[1], units);
            for (int t = 0; t < steps; t++) {
                int gates = t * 4 * units;
                if (t > 0) {
                    multiplyAdd(r[0], gates, r[1], (t - 1) * units, w[0], units);
                    multiplyAdd(r[0], gates + units, r[1], (t - 1) * units, w[1], units);
                }
                multiplyAdd(r[0], gates + 3 * units, r[1], t * units, w[2], units);
            }
        }, into, dz, c, firstCell);
    }

    private static void multiplyAdd(float[] a, int fromA, float[] b, int fromB, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a[fromA + i] * b[fromB + i];
        }
    }
}
