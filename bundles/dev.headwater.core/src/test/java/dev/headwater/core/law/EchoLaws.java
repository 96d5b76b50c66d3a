package dev.headwater.core.law;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.layer.EchoState;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reservoir: its recurrence from Jaeger's report in double, and the cases that are tried. */
final class EchoLaws {
    /** So few connections that they are kept as a list; where there are more, the whole matrix is multiplied. */
    private static final double FEW = 0.19;

    private EchoLaws() {
    }

    static List<LayerCases.Case> cases() {
        List<LayerCases.Case> cases = new ArrayList<>();
        for (boolean lastOnly : new boolean[] {false, true}) {
            cases.add(one(12, FEW, 0.44, 0.9, 1, 0.5, 2, new Tanh(), lastOnly, Shape.of(6, 3)));
            cases.add(one(4, 1, 1, 0, 0, 0, new Tanh(), lastOnly, Shape.of(5, 3)));
            cases.add(one(4, 0.3, 1, 0, 0.5, 0, new Tanh(), lastOnly, Shape.of(5, 3)));
            cases.add(one(4, 0.44, 0.9, 1, 0.5, 2, new Tanh(), lastOnly, Shape.of(6, 3)));
            cases.add(one(4, 0.5, 0, 0, 0, 0, new Linear(), lastOnly, Shape.of(4, 2)));
        }
        cases.add(one(1, 1, 1, 1, 0, 0, new Tanh(), false, Shape.of(1, 1)));
        return cases;
    }

    private static LayerCases.Case one(int units, double leak, double decay, int feedback, double bias, int washout,
            Activation activation, boolean lastOnly, Shape shape) {
        return one(units, 0.5, leak, decay, feedback, bias, washout, activation, lastOnly, shape);
    }

    private static LayerCases.Case one(int units, double density, double leak, double decay, int feedback, double bias,
            int washout, Activation activation, boolean lastOnly, Shape shape) {
        return new LayerCases.Case(new EchoState(units, 0.9, leak, decay, density, 1, feedback, 0.7, bias, 0, washout,
                activation, !lastOnly), 3, List.of(shape));
    }

    static Map<Class<? extends Layer>, Yardstick> yardsticks() {
        return Map.of(EchoState.class, EchoLaws::reservoir);
    }

    private static double[] reservoir(Layer layer, int rows, List<double[]> inputs, List<Shape> shapes,
            Map<String, double[]> parameters) {
        EchoState echo = (EchoState) layer;
        int time = shapes.get(0).extent(0);
        int features = shapes.get(0).extent(1);
        int n = echo.units();
        double[] u = inputs.get(0);
        double[] wih = parameters.get("weight_ih");
        double[] whh = parameters.get("weight_hh");
        double[] b = parameters.getOrDefault("bias", new double[n]);
        double[] all = new double[rows * time * n];
        double[] last = new double[rows * n];
        for (int r = 0; r < rows; r++) {
            double[] x = new double[n];
            for (int t = 0; t < time; t++) {
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                    double z = b[i];
                    for (int k = 0; k < features; k++) {
                        z += wih[i * features + k] * u[(r * time + t) * features + k];
                    }
                    for (int k = 0; k < n; k++) {
                        z += whh[i * n + k] * x[k];
                    }
                    next[i] = (1 - echo.leak() * echo.decay()) * x[i] + echo.leak() * echo.activation().value(z);
                }
                x = next;
                System.arraycopy(t < echo.washout() ? new double[n] : x, 0, all, (r * time + t) * n, n);
            }
            System.arraycopy(x, 0, last, r * n, n);
        }
        return echo.returnSequences() ? all : last;
    }
}
