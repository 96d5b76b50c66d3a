package dev.headwater.core.law;

import dev.headwater.core.layer.GRU;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.SimpleRNN;
import java.util.Map;

/** Single steps of recurrent layers from the papers, in double; a state is h, for an LSTM with c behind it. */
final class NaiveCells {
    private NaiveCells() {
    }

    /** Values of h. */
    static int units(Layer layer) {
        return switch (layer) {
            case LSTM lstm -> lstm.projection() > 0 ? lstm.projection() : lstm.units();
            case GRU gru -> gru.units();
            case SimpleRNN rnn -> rnn.units();
            default -> throw new IllegalArgumentException(layer.toString());
        };
    }

    /** Values of h and c. */
    static int states(Layer layer) {
        return units(layer) + (layer instanceof LSTM lstm ? lstm.units() : 0);
    }

    /** The state after one more step. */
    static double[] next(Layer layer, double[] x, double[] state, Map<String, double[]> parameters, String prefix) {
        return switch (layer) {
            case LSTM lstm -> lstm(lstm, x, state, parameters, prefix);
            case GRU gru -> gru(gru, x, state, parameters, prefix);
            case SimpleRNN rnn -> rnn(rnn, x, state, parameters, prefix);
            default -> throw new IllegalArgumentException(layer.toString());
        };
    }

    /** Row {@code row} of a matrix times x. */
    private static double times(double[] w, int row, double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[row * n + i] * x[i];
        }
        return sum;
    }

    /** A value of a bias, 0 where there is none. */
    private static double bias(Map<String, double[]> p, String name, int k) {
        return p.containsKey(name) ? p.get(name)[k] : 0;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double[] rnn(SimpleRNN rnn, double[] x, double[] h, Map<String, double[]> p, String prefix) {
        double[] next = new double[rnn.units()];
        for (int k = 0; k < next.length; k++) {
            next[k] = rnn.activation().value(times(p.get(prefix + "weight_ih"), k, x, x.length)
                    + times(p.get(prefix + "weight_hh"), k, h, h.length) + bias(p, prefix + "bias", k));
        }
        return next;
    }

    private static double[] lstm(LSTM lstm, double[] x, double[] state, Map<String, double[]> p, String prefix) {
        int n = lstm.units();
        int m = units(lstm);
        double[] next = new double[m + n];
        double[] open = new double[n];
        for (int k = 0; k < n; k++) {
            double[] z = new double[4];
            for (int gate = 0; gate < 4; gate++) {
                z[gate] = times(p.get(prefix + "weight_ih"), gate * n + k, x, x.length)
                        + times(p.get(prefix + "weight_hh"), gate * n + k, state, m) + bias(p, prefix + "bias",
                                gate * n + k);
            }
            double c = state[m + k];
            boolean peeps = lstm.peepholes();
            double i = sigmoid(z[0] + (peeps ? p.get(prefix + "peephole_i")[k] * c : 0));
            double f = sigmoid(z[1] + (peeps ? p.get(prefix + "peephole_f")[k] * c : 0));
            next[m + k] = f * c + i * Math.tanh(z[2]);
            double o = sigmoid(z[3] + (peeps ? p.get(prefix + "peephole_o")[k] * next[m + k] : 0));
            open[k] = o * Math.tanh(next[m + k]);
        }
        for (int k = 0; k < m; k++) {
            next[k] = lstm.projection() > 0 ? times(p.get(prefix + "weight_hr"), k, open, n) : open[k];
        }
        return next;
    }

    private static double[] gru(GRU gru, double[] x, double[] h, Map<String, double[]> p, String prefix) {
        int n = gru.units();
        double[] next = new double[n];
        double[] w = p.get(prefix + "weight_ih");
        double[] u = p.get(prefix + "weight_hh");
        double[] b = p.getOrDefault(prefix + "bias", new double[3 * n]);
        for (int k = 0; k < n; k++) {
            double r = sigmoid(times(w, k, x, x.length) + times(u, k, h, n) + b[k]);
            double z = sigmoid(times(w, n + k, x, x.length) + times(u, n + k, h, n) + b[n + k]);
            double fresh = Math.tanh(times(w, 2 * n + k, x, x.length) + b[2 * n + k]
                    + r * (times(u, 2 * n + k, h, n) + bias(p, prefix + "bias_hn", k)));
            next[k] = (1 - z) * fresh + z * h[k];
        }
        return next;
    }
}
