package dev.headwater.core.initializer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Biases of gates for memories of up to T steps (Tallec and Ollivier 2018, arXiv 1804.11188): a gate f = σ(b) that
 * keeps the state forgets in about 1 / (1 − f) = 1 + e^b steps, so b_f = log u with u uniform in [1, T − 1] spreads the
 * cells over all time scales; b_i = −b_f, all others 0. An {@code LSTM} has its gates in the order i, f, g, o; in a
 * {@code GRU}, r, z, n, it is z that keeps the state.
 */
@Named(about = "biases of an LSTM's or GRU's gates for memories of up to so many steps: b_f = log U(1, T - 1)")
public record Chrono(
        @Setting(about = "The longest dependency that is expected, in steps.", min = 3, max = 1 << 24) int longest)
        implements Initializer {
    private static final int LSTM = 4;
    private static final int GRU = 3;

    private static int gates(ParameterSpec spec) {
        return spec.shape().rank() == 1 ? spec.shape().size() / spec.fanOut() : 0;
    }

    @Override
    public void check(ParameterSpec spec) {
        int gates = gates(spec);
        if (gates != LSTM && gates != GRU) {
            throw new IllegalArgumentException("the initializer chrono draws the biases of an LSTM or a GRU, "
                    + spec.name() + " " + spec.shape() + " is none; take zeros or another");
        }
    }

    /** Fills what is no bias of gates with zeros. */
    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        Arrays.fill(into, 0f);
        int gates = gates(spec);
        int units = spec.fanOut();
        for (int i = 0; i < units && (gates == LSTM || gates == GRU); i++) {
            double keep = StrictMath.log(1 + random.nextDouble() * (longest - 2));
            into[units + i] = (float) keep;
            if (gates == LSTM) {
                into[i] = (float) -keep;
            }
        }
    }
}
