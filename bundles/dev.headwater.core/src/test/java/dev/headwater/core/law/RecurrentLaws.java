package dev.headwater.core.law;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.Orthogonal;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.BatchNorm;
import dev.headwater.core.layer.Bidirectional;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.GRU;
import dev.headwater.core.layer.GroupNorm;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.LastStep;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Merge;
import dev.headwater.core.layer.Recurrent;
import dev.headwater.core.layer.SimpleRNN;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.layer.TimeDistributed;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recurrent layers and what reads sequences: their forward passes from the papers, and the cases that are tried. */
final class RecurrentLaws {
    private static final Initializer ANY = new Zeros();
    private static final Initializer TURN = new Orthogonal(1);

    private RecurrentLaws() {
    }

    static List<LayerCases.Case> cases() {
        List<LayerCases.Case> cases = new ArrayList<>();
        for (boolean whole : new boolean[] {true, false}) {
            for (int truncate : new int[] {0, 1, 3, 50}) {
                List<Layer> layers = new ArrayList<>(List.of(rnn(3, new Tanh(), whole, truncate),
                        lstm(3, whole, false, 0, truncate), lstm(3, whole, true, 0, truncate),
                        lstm(4, whole, true, 2, truncate), gru(3, whole, truncate)));
                for (Layer layer : layers) {
                    cases.add(sequence(layer, 3, 5, 2));
                    cases.add(sequence(layer, 4, 7, 2, 7, 3, 1, 6));
                }
            }
            cases.add(sequence(lstm(4, whole, false, 2, 0), 3, 5, 2));
            cases.add(sequence(lstm(3, whole, false, 0, 0), 2, 3, 2, 0, 2));
            cases.add(sequence(gru(3, whole, 0), 2, 3, 2, 3, 0));
            for (Activation f : new Activation[] {new Relu(), new Sigmoid(), new Linear()}) {
                cases.add(sequence(rnn(3, f, whole, 0), 3, 4, 2));
            }
            for (Merge merge : Merge.values()) {
                cases.add(sequence(new Bidirectional(gru(2, whole, 0), merge), 3, 4, 2));
                cases.add(sequence(new Bidirectional(gru(2, whole, 0), merge), 3, 5, 2, 2, 5, 3));
            }
            cases.add(sequence(new Bidirectional(lstm(3, whole, true, 2, 0), Merge.CONCATENATE), 2, 4, 3, 4, 1));
            cases.add(sequence(new Bidirectional(rnn(2, new Tanh(), whole, 0), Merge.SUM), 2, 4, 3));
            cases.add(new LayerCases.Case(new TimeDistributed(lstm(2, whole, false, 0, 0)), 2, List.of(Shape.of(3, 4,
                    2))));
        }
        for (boolean whole : new boolean[] {true, false}) {
            List<Recurrent> unbiased = List.of(new SimpleRNN(3, new Tanh(), whole, ANY, TURN, ANY, false, 0),
                    new LSTM(3, whole, ANY, TURN, ANY, false, 1, false, 0, 0),
                    new LSTM(4, whole, ANY, TURN, ANY, false, 1, true, 2, 3),
                    new GRU(3, whole, ANY, TURN, ANY, false, 0));
            unbiased.forEach(layer -> cases.add(sequence(layer, 3, 4, 2, 4, 1, 3)));
            cases.add(sequence(new Bidirectional(unbiased.getLast(), Merge.SUM), 2, 3, 2));
        }
        cases.add(sequence(rnn(1, new Tanh(), false, 0), 1, 1, 1));
        cases.add(sequence(gru(1, true, 0), 1, 1, 1));
        cases.add(sequence(lstm(1, false, false, 0, 0), 1, 1, 1));
        cases.add(sequence(gru(7, false, 0), 300, 2, 1)); // a step of more than one tile
        for (Layer layer : List.of(rnn(2, new Tanh(), true, 0), lstm(2, true, true, 0, 0), gru(2, true, 0))) {
            cases.add(sequence(layer, 2, 35, 1)); // more steps than are multiplied at once
        }
        cases.add(sequence(new LastStep(), 3, 4, 2));
        cases.add(sequence(new LastStep(), 4, 4, 2, 1, 4, 0, 2));
        cases.add(new LayerCases.Case(new LastStep(), 2, List.of(Shape.of(3, 2, 2)), List.of(2, 3)));
        Dense dense = new Dense(3, new Tanh(), ANY, ANY, true);
        cases.add(sequence(new TimeDistributed(dense), 3, 4, 2));
        cases.add(new LayerCases.Case(new TimeDistributed(dense), 2, List.of(Shape.of(3, 2, 4))));
        cases.add(sequence(new TimeDistributed(new Softmax()), 3, 4, 3));
        cases.add(sequence(new TimeDistributed(dense), 3, 4, 2, 1, 4, 0));
        Layer batchNorm = new BatchNorm(0.1, 1e-5, true, true, ANY);
        cases.add(sequence(new TimeDistributed(batchNorm), 3, 4, 2));
        cases.add(sequence(new TimeDistributed(batchNorm), 4, 4, 2, 3, 4, 0, 2));
        for (Layer of : List.of(batchNorm, new GroupNorm(2, 1e-5, true, true), lstm(2, true, false, 0, 0), gru(2, false,
                0), new LastStep(), new TimeDistributed(batchNorm))) {
            cases.add(new LayerCases.Case(new TimeDistributed(of), 3, List.of(Shape.of(3, 4, 2)), List.of(1, 3, 2)));
        }
        return cases;
    }

    private static LayerCases.Case sequence(Layer layer, int rows, int steps, int features, Integer... lengths) {
        return new LayerCases.Case(layer, rows, List.of(Shape.of(steps, features)), List.of(lengths));
    }

    private static SimpleRNN rnn(int units, Activation f, boolean whole, int truncate) {
        return new SimpleRNN(units, f, whole, ANY, TURN, ANY, true, truncate);
    }

    private static LSTM lstm(int units, boolean whole, boolean peepholes, int projection, int truncate) {
        return new LSTM(units, whole, ANY, TURN, ANY, true, 1, peepholes, projection, truncate);
    }

    private static GRU gru(int units, boolean whole, int truncate) {
        return new GRU(units, whole, ANY, TURN, ANY, true, truncate);
    }

    static Map<Class<? extends Layer>, Yardstick> yardsticks() {
        Map<Class<? extends Layer>, Yardstick> all = new LinkedHashMap<>();
        all.put(SimpleRNN.class, new NaiveSequences());
        all.put(LSTM.class, new NaiveSequences());
        all.put(GRU.class, new NaiveSequences());
        all.put(Bidirectional.class, new WithLengths(RecurrentLaws::bidirectional));
        all.put(LastStep.class, new WithLengths(RecurrentLaws::last));
        all.put(TimeDistributed.class, new WithLengths(RecurrentLaws::distributed));
        return all;
    }

    private static double[] bidirectional(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        Bidirectional both = (Bidirectional) one.layer();
        Shape shape = one.inputs().get(0);
        double[][] way = new double[2][];
        for (int k = 0; k < 2; k++) {
            way[k] = NaiveSequences.direction(k == 1).forward(both.of(), one.rows(), x, shape, parameters, one.steps());
        }
        int units = NaiveCells.units(both.of());
        int columns = both.merge() == Merge.CONCATENATE ? 2 * units : units;
        double[] y = new double[way[0].length / units * columns];
        for (int i = 0; i < way[0].length; i++) {
            double a = way[0][i];
            double b = way[1][i];
            switch (both.merge()) {
                case CONCATENATE -> {
                    y[i / units * columns + i % units] = a;
                    y[i / units * columns + units + i % units] = b;
                }
                case SUM -> y[i] = a + b;
                case AVERAGE -> y[i] = (a + b) / 2;
                case MULTIPLY -> y[i] = a * b;
            }
        }
        return y;
    }

    private static double[] last(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        int steps = one.inputs().get(0).extent(0);
        int size = one.inputs().get(0).size() / steps;
        double[] y = new double[one.rows() * size];
        for (int row = 0; row < one.rows(); row++) {
            int length = one.steps() == null ? steps : one.steps()[row];
            if (length > 0) {
                System.arraycopy(x, (row * steps + length - 1) * size, y, row * size, size);
            }
        }
        return y;
    }

    /** Every step as an example; of one that is padding nothing counts. */
    private static double[] distributed(LayerCases.Case one, double[] x, Map<String, double[]> parameters) {
        Layer of = ((TimeDistributed) one.layer()).of();
        int[] extents = one.inputs().get(0).toArray();
        Shape step = Shape.of(Arrays.copyOfRange(extents, 1, extents.length));
        Yardstick inner = of instanceof Recurrent ? new NaiveSequences() : Yardsticks.ALL.get(of.getClass());
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; one.steps() != null && i < one.rows() * extents[0]; i++) {
            boolean counts = i % extents[0] < one.steps()[i / extents[0]];
            lengths.add(counts ? step.rank() > 1 ? step.extent(0) : 1 : 0);
        }
        return inner.forward(new LayerCases.Case(of, one.rows() * extents[0], List.of(step), lengths), List.of(x),
                parameters);
    }
}
