package dev.headwater.core.layer;

/** The arithmetic of a {@link Place#each} pass on one example. */
@FunctionalInterface
public interface ExampleLoop {
    /**
     * Computes one example. Every array holds one example of its tensor, whatever their sizes (arrays may be longer); of
     * a tensor without a batch axis it holds the whole: among {@code read} its values, among {@code write} sums that
     * start at 0 before the first example. A tensor both written and read appears as the same array.
     *
     * @param example its place in this part
     */
    void run(float[][] write, float[][] read, int example);
}
