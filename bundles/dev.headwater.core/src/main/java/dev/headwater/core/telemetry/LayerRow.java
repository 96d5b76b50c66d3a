package dev.headwater.core.telemetry;

import dev.headwater.core.tensor.Shape;
import java.util.List;

/**
 * A layer of a run as its table of layers keeps it: what a reader of the run needs to know without the design.
 *
 * @param id the node's id, unrolled
 * @param kind the layer's name, such as {@code Dense}
 * @param depth the longest path from an input
 * @param shape the shape of one example of its output
 * @param parameters what it learns, in storage order
 * @param at of what its recorded output gradient is the gradient
 */
public record LayerRow(String id, String kind, int depth, Shape shape, List<Parameter> parameters, At at) {
    /** A row with a copy of the list. */
    public LayerRow {
        parameters = List.copyOf(parameters);
    }

    /** A learned tensor, by its name within the layer. */
    public record Parameter(String name, Shape shape) {
        /** How many values it has. */
        public long count() {
            return shape.size();
        }
    }

    /** With respect to what an output gradient is taken. */
    public enum At {
        /** The activated output. */
        OUTPUT("output"),
        /** What enters the last activation: the loss is computed together with it. */
        LOGITS("logits");

        private final String word;

        At(String word) {
            this.word = word;
        }

        /** The word for it in files. */
        public String word() {
            return word;
        }
    }
}
