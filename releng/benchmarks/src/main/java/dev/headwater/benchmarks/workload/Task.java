package dev.headwater.benchmarks.workload;

import java.util.Map;

/**
 * A workload with a batch of its data and the weights to begin with.
 *
 * @param inputs row-major, as the product reads them
 * @param targets row-major
 * @param start by {@code node/parameter}, laid out as PyTorch does
 */
public record Task(Workload workload, int batch, float[] inputs, float[] targets, Map<String, float[]> start) {
    /** The weights of a parameter to begin with, such as {@code dense1/weight}. */
    public float[] start(String path) {
        float[] values = start.get(path);
        if (values == null) {
            throw new IllegalArgumentException(workload.name() + " has no parameter " + path);
        }
        return values;
    }

    /** The targets of a classification with a 1 at the right class, [batch, classes]. */
    public float[] oneHot(int classes) {
        float[] rows = new float[targets.length * classes];
        for (int i = 0; i < targets.length; i++) {
            rows[i * classes + (int) targets[i]] = 1;
        }
        return rows;
    }

    /** The inputs with the channels before the positions, [batch, channels, positions], as other libraries read images. */
    public float[] channelsFirst(int positions, int channels) {
        float[] turned = new float[inputs.length];
        for (int example = 0; example < batch; example++) {
            int from = example * positions * channels;
            for (int i = 0; i < positions; i++) {
                for (int c = 0; c < channels; c++) {
                    turned[from + c * positions + i] = inputs[from + i * channels + c];
                }
            }
        }
        return turned;
    }
}
