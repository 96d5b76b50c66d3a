package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/** The arithmetic of the layers that make one value of all positions of a channel; of a sequence, those that count. */
final class GlobalPooling implements Kernel {
    /** One example: {@code from} is x or dy, {@code to} is y or dx; {@code x} is there backward too. */
    @FunctionalInterface
    interface Loop {
        void run(float[] x, float[] from, float[] to, int positions, int channels);
    }

    private final Sweep forward;
    private final Sweep backward;
    private final Shape shape;
    private Pass current;

    GlobalPooling(Place place, Loop down, Loop up) {
        Tensor x = place.input(0);
        int channels = x.columns();
        shape = x.shape();
        forward = place.each((w, r, i) -> down.run(r[0], r[0], w[0], positions(i), channels),
                new Tensor[] {place.output()}, x);
        backward = !place.needsInputGradient(0) ? Sweep.NONE : place.each((w, r, i) -> {
            int positions = positions(i);
            Arrays.fill(w[0], 0, shape.size(), 0f);
            up.run(r[0], r[1], w[0], positions, channels);
        }, new Tensor[] {place.inputGradient(0)}, x, place.outputGradient());
    }

    /** At least one, for of nothing there is neither a mean nor a maximum. */
    private int positions(int example) {
        return Math.max(1, Steps.counted(shape, example, current) / shape.columns());
    }

    /**
     * The channels alone.
     *
     * @throws ShapeMismatch if there are no positions
     */
    static Shape outputShape(String layer, Shape input) {
        if (input.rank() < 2) {
            throw new ShapeMismatch(layer + " needs [time, channels] or [height, width, channels], input is " + input
                    + "; leave it out, or put it before Flatten");
        }
        return Shape.of(input.columns());
    }

    @Override
    public void forward(Pass pass) {
        current = pass;
        forward.run(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        current = pass;
        backward.run(pass.rows());
    }
}
