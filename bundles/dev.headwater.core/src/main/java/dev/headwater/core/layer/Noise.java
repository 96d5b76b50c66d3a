package dev.headwater.core.layer;

/**
 * Random numbers of a layer that need no state: each depends on the run's seed, the node, the purpose, the step, and the
 * place of the value in the whole batch, and on nothing else.
 */
public interface Noise {
    /** Goes to a step and a part of its batch; before anything is drawn in it. */
    void at(Pass pass);

    /** Fills with numbers from [0, 1), for the values of one example of {@code n} values. */
    void uniform(int example, float[] into, int n);

    /** Fills with numbers of mean 0 and variance 1, normally distributed. */
    void normal(int example, float[] into, int n);
}
