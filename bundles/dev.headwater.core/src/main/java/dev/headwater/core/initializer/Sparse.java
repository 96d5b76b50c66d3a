package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Every unit reads only a few randomly chosen inputs, with Gaussian weights (Martens 2010): what a unit receives then
 * does not grow with the layer, and units differ. The parameter is seen as (first axis) × (the rest).
 */
@Named(about = "each unit reads a few random inputs with Gaussian weights, the rest is 0 (Martens)")
public record Sparse(
        @Setting(about = "Inputs that each unit reads; all if it has fewer.", byDefault = "15", min = 1, max = 1 << 24) int connections,
        @Setting(about = "Standard deviation of the weights that are not 0.", byDefault = "1", min = 0, minExclusive = true, max = 1e30) double deviation)
        implements Initializer {
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        int units = spec.shape().rank() == 0 ? 1 : spec.shape().extent(0);
        int inputs = into.length / units;
        int read = Math.min(connections, inputs);
        float[] weights = new float[read];
        int[] order = new int[inputs];
        Arrays.setAll(order, i -> i);
        Arrays.fill(into, 0f);
        for (int unit = 0; unit < units; unit++) {
            Distribution.NORMAL.draw(weights, deviation, random);
            for (int i = 0; i < read; i++) {
                int other = i + Seeds.below(inputs - i, random);
                int chosen = order[other];
                order[other] = order[i];
                order[i] = chosen;
                into[unit * inputs + chosen] = weights[i];
            }
        }
    }
}
