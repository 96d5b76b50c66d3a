package dev.headwater.benchmarks.workload;

import java.util.List;
import java.util.Random;

/**
 * The adding problem (Hochreiter and Schmidhuber 1997): the sum of the two marked values of a sequence, from the last
 * state of an LSTM.
 *
 * @param time steps of a sequence
 * @param units memory cells
 */
public record Lstm(String name, int time, int units) implements Workload {
    /** A value and a mark at each step. */
    public static final int FEATURES = 2;

    @Override
    public String about() {
        return "LSTM of " + units + " cells over " + time + " steps";
    }

    @Override
    public List<Integer> batches() {
        return List.of(64);
    }

    @Override
    public double rate() {
        return 0.01;
    }

    @Override
    public String network() {
        return """
                "nodes": [{"id": "in", "layer": "Input", "shape": [%d, %d]},
                 {"id": "lstm", "layer": "LSTM", "from": ["in"], "units": %d},
                 {"id": "sum", "layer": "Dense", "from": ["lstm"], "units": 1}],
                "losses": [{"node": "sum", "loss": "mean-squared-error"}]""".formatted(time, FEATURES, units);
    }

    @Override
    public float[] inputs(int batch) {
        Random random = new Random(3);
        float[] inputs = new float[batch * time * FEATURES];
        for (int example = 0; example < batch; example++) {
            int first = random.nextInt(time / 2);
            int second = time / 2 + random.nextInt(time / 2);
            for (int t = 0; t < time; t++) {
                int at = (example * time + t) * FEATURES;
                inputs[at] = random.nextFloat();
                inputs[at + 1] = t == first || t == second ? 1 : 0;
            }
        }
        return inputs;
    }

    @Override
    public float[] targets(int batch) {
        float[] inputs = inputs(batch);
        float[] sums = new float[batch];
        for (int i = 0; i < inputs.length; i += FEATURES) {
            sums[i / FEATURES / time] += inputs[i] * inputs[i + 1];
        }
        return sums;
    }
}
