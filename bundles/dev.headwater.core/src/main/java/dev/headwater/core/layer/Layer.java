package dev.headwater.core.layer;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A layer of the design: a record whose components are its settings (palette, property sheet, JSON and equals read
 * them). Implementations are public records listed in {@link Layers}.
 */
public interface Layer {
    /** How many inputs it takes at least. */
    default int minInputs() {
        return 1;
    }

    /** How many inputs it takes at most. */
    default int maxInputs() {
        return 1;
    }

    /**
     * The shape of one example of the output.
     *
     * @throws dev.headwater.core.tensor.ShapeMismatch if the inputs do not fit; names the shapes
     */
    Shape outputShape(List<Shape> inputs);

    /** The parameters the layer learns, in storage order; empty for most. */
    default List<ParameterSpec> parameters(@SuppressWarnings("unused") List<Shape> inputs) {
        return List.of();
    }

    /** What the layer keeps from step to step without learning it; empty for most. */
    default List<StateSpec> states(@SuppressWarnings("unused") List<Shape> inputs) {
        return List.of();
    }

    /** Multiply-adds of the forward pass for one example, parameters' products only. */
    default long multiplyAdds(@SuppressWarnings("unused") List<Shape> inputs) {
        return 0;
    }

    /**
     * Sets up the arithmetic at its place. Called once per part of the batch; the only moment that may allocate. It reads
     * shapes and no values: a place may have tensors without memory, where only the layer's needs are counted.
     */
    Kernel bind(Place place);
}
