package dev.headwater.core.engine;

/**
 * The end of a training whose numbers stopped being numbers. The network is as it was before the step: nothing of the
 * step has been applied.
 */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where in the step it happened. */
    public enum Phase {
        /** On the way from the inputs to the loss. */
        FORWARD("forward pass"),
        /** On the way back. */
        BACKWARD("backward pass"),
        /** When the optimizer applied finite gradients. */
        UPDATE("update");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final long step;
    private final String node;
    private final String tensor;
    private final Phase phase;

    /** The end at this step, at this tensor of this layer. */
    public Diverged(long step, String node, String tensor, Phase phase, float value) {
        super("step " + step + ": " + tensor + " of layer " + node + " became " + (Float.isNaN(value) ? "NaN"
                : "infinite")
                + " in the " + phase);
        this.step = step;
        this.node = node;
        this.tensor = tensor;
        this.phase = phase;
    }

    /** The step that was not applied. */
    public long step() {
        return step;
    }

    /** The id of the first layer, in the order of the computation, where it appeared. */
    public String node() {
        return node;
    }

    /** Which of its tensors: {@code output}, {@code weight}. */
    public String tensor() {
        return tensor;
    }

    /** Where in the step. */
    public Phase phase() {
        return phase;
    }
}
