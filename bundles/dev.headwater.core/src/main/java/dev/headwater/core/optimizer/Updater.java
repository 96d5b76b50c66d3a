package dev.headwater.core.optimizer;

/** An optimizer's arithmetic on tiles of the flat parameter vector. */
public interface Updater {
    /**
     * Prepares the scalars of a step.
     *
     * @param step counted from 0 since the slots were empty
     * @param learningRate the step size, as the schedule has it at this step
     */
    void begin(long step, double learningRate);

    /**
     * Updates {@code w[i]} from {@code g[i]} and the optimizer's own {@code slots[k][i]} for i in [0, n); {@code g} is
     * left as it is.
     *
     * @param decays whether weight decay applies; it spares biases and scales
     */
    void update(float[] w, float[] g, float[][] slots, int n, boolean decays);
}
