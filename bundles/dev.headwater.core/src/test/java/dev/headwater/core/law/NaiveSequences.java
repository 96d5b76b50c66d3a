package dev.headwater.core.law;

import dev.headwater.core.layer.GRU;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Recurrent;
import dev.headwater.core.layer.SimpleRNN;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Recurrent layers over whole batches, naively: every example by itself, only the steps that count, zeros after them.
 * Truncated back-propagation has no forward pass of its own; its gradients are the differences of one in which the
 * states that enter a piece stay what they were, which is what {@link #at} gives.
 */
final class NaiveSequences implements Yardstick {
    /** States at the cuts, in the order in which a pass comes to them; {@code null} where none are held. */
    private final List<double[]> held;
    private final String prefix;
    private final boolean backward;

    private NaiveSequences(List<double[]> held, String prefix, boolean backward) {
        this.held = held;
        this.prefix = prefix;
        this.backward = backward;
    }

    NaiveSequences() {
        this(null, "", false);
    }

    /** One direction of a bidirectional layer. */
    static NaiveSequences direction(boolean backward) {
        return new NaiveSequences(null, backward ? "backward/" : "forward/", backward);
    }

    private static int truncate(Layer layer) {
        return switch (layer) {
            case LSTM lstm -> lstm.truncate();
            case GRU gru -> gru.truncate();
            case SimpleRNN rnn -> rnn.truncate();
            default -> 0;
        };
    }

    @Override
    public Yardstick at(LayerCases.Case one, List<double[]> inputs, Map<String, double[]> parameters) {
        List<double[]> states = new ArrayList<>();
        run(one.layer(), one.rows(), inputs.get(0), one.inputs().get(0), parameters, one.steps(), states);
        return new NaiveSequences(states, prefix, backward);
    }

    @Override
    public double[] forward(LayerCases.Case one, List<double[]> inputs, Map<String, double[]> parameters) {
        return forward(one.layer(), one.rows(), inputs.get(0), one.inputs().get(0), parameters, one.steps());
    }

    @Override
    public double[] forward(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        return forward(layer, rows, inputs.get(0), shapes.get(0), parameters, null);
    }

    double[] forward(Layer layer, int rows, double[] x, Shape shape, Map<String, double[]> parameters, int[] lengths) {
        return run(layer, rows, x, shape, parameters, lengths, null);
    }

    private double[] run(Layer layer, int rows, double[] x, Shape shape, Map<String, double[]> parameters,
            int[] lengths, List<double[]> seen) {
        int steps = shape.extent(0);
        int in = shape.extent(1);
        int units = NaiveCells.units(layer);
        boolean whole = ((Recurrent) layer).returnSequences();
        double[] y = new double[rows * units * (whole ? steps : 1)];
        int cuts = 0;
        for (int row = 0; row < rows; row++) {
            int length = lengths == null ? steps : lengths[row];
            double[] state = new double[NaiveCells.states(layer)];
            for (int t = 0; t < length; t++) {
                if (truncate(layer) > 0 && t > 0 && (length - t) % truncate(layer) == 0) {
                    if (seen != null) {
                        seen.add(state);
                    } else if (held != null) {
                        state = held.get(cuts++);
                    }
                }
                int at = (row * steps + (backward ? length - 1 - t : t)) * in;
                state = NaiveCells.next(layer, Arrays.copyOfRange(x, at, at + in), state, parameters, prefix);
                if (whole || t == length - 1) {
                    int to = whole ? row * steps + (backward ? length - 1 - t : t) : row;
                    System.arraycopy(state, 0, y, to * units, units);
                }
            }
        }
        return y;
    }
}
