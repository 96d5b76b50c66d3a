package dev.headwater.core.law;

import dev.headwater.core.catalog.Weights;
import dev.headwater.core.loss.BinaryCrossEntropy;
import dev.headwater.core.loss.CategoricalCrossEntropy;
import dev.headwater.core.loss.Hinge;
import dev.headwater.core.loss.Huber;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.MeanAbsoluteError;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.loss.MultiClassHinge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** The yardsticks of the losses: their formulas in double, and every combination of settings that changes them. */
final class LossFormulas {
    /** The sum over one row of outputs (or logits). */
    interface Formula {
        double of(double[] output, double[] target);
    }

    /** What one row adds to the divisor of the mean. */
    interface Weight {
        double of(double[] target);
    }

    /** Some i-th target. */
    interface Draw {
        double draw(int i, Random random);
    }

    /** A loss with what to expect of it. */
    record Case(Loss loss, boolean fromLogits, boolean probabilities, int columns, Draw target, Formula formula,
            Weight weight) {
        boolean categorical() {
            return loss instanceof CategoricalCrossEntropy || loss instanceof MultiClassHinge;
        }

        @Override
        public String toString() {
            return loss + (fromLogits ? " from logits" : "");
        }
    }

    static final List<Case> CASES = cases();

    private LossFormulas() {
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        element(cases, new MeanSquaredError(), (y, t) -> (y - t) * (y - t));
        element(cases, new MeanAbsoluteError(), (y, t) -> Math.abs(y - t));
        for (double delta : new double[] {1, 0.4, 2.5}) {
            element(cases, new Huber(delta), (y, t) -> Math.abs(y - t) <= delta ? (y - t) * (y - t) / 2
                    : delta * (Math.abs(y - t) - delta / 2));
        }
        for (double margin : new double[] {1, 2}) {
            for (boolean squared : new boolean[] {false, true}) {
                hinges(cases, margin, squared);
            }
        }
        for (List<Double> weights : List.of(List.<Double>of(), List.of(3.0), List.of(0.5, 2.0, 0.0))) {
            for (double smoothing : new double[] {0, 0.1}) {
                binary(cases, smoothing, weights);
            }
        }
        for (List<Double> weights : List.of(List.<Double>of(), List.of(0.5, 2.0, 1.0, 0.25))) {
            for (double smoothing : new double[] {0, 0.1, 0.7}) {
                categorical(cases, smoothing, weights);
            }
        }
        return cases;
    }

    private static void element(List<Case> cases, Loss loss, DoubleBinaryOperator f) {
        cases.add(new Case(loss, false, false, 3, (i, random) -> random.nextFloat(), sum(f), t -> 3));
    }

    private static Formula sum(DoubleBinaryOperator f) {
        return (y, t) -> {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += f.applyAsDouble(y[i], t[i]);
            }
            return sum;
        };
    }

    private static void hinges(List<Case> cases, double margin, boolean squared) {
        int power = squared ? 2 : 1;
        for (double no : new double[] {0, -1}) {
            cases.add(new Case(new Hinge(margin, squared), false, false, 3, (i, random) -> i % 3 == 0 ? 1 : no,
                    sum((y, t) -> Math.pow(Math.max(0, margin - (t == 1 ? 1 : -1) * y), power)), t -> 3));
        }
        cases.add(new Case(new MultiClassHinge(margin, squared), false, false, 4, (i, random) -> random.nextInt(4),
                (x, t) -> {
                    double sum = 0;
                    for (int i = 0; i < 4; i++) {
                        sum += i == t[0] ? 0 : Math.pow(Math.max(0, margin - x[(int) t[0]] + x[i]), power);
                    }
                    return sum / 4;
                }, t -> 1));
    }

    private static void binary(List<Case> cases, double smoothing, List<Double> weights) {
        Loss loss = new BinaryCrossEntropy(smoothing, new Weights(false, weights));
        Draw target = (i, random) -> i % 3 == 2 ? 0.25 : i % 2;
        Formula ofProbabilities = (p, t) -> {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                double wanted = t[i] * (1 - smoothing) + smoothing / 2;
                double weight = weights.isEmpty() ? 1 : weights.size() == 1 ? weights.get(0) : weights.get(i);
                sum -= weight * wanted * Math.log(p[i]) + (1 - wanted) * Math.log(1 - p[i]);
            }
            return sum;
        };
        cases.add(new Case(loss, false, true, 3, target, ofProbabilities, t -> 3));
        cases.add(new Case(loss, true, false, 3, target, (z, t) -> ofProbabilities
                .of(Arrays.stream(z).map(v -> 1 / (1 + Math.exp(-v))).toArray(), t), t -> 3));
    }

    private static void categorical(List<Case> cases, double smoothing, List<Double> weights) {
        Loss loss = new CategoricalCrossEntropy(smoothing, new Weights(false, weights));
        Draw target = (i, random) -> random.nextInt(4);
        Formula ofProbabilities = (p, t) -> {
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                double wanted = smoothing / 4 + (i == t[0] ? 1 - smoothing : 0);
                sum -= wanted * (weights.isEmpty() ? 1 : weights.get(i)) * Math.log(p[i]);
            }
            return sum;
        };
        Weight weight = t -> weights.isEmpty() ? 1 : weights.get((int) t[0]);
        cases.add(new Case(loss, false, true, 4, target, ofProbabilities, weight));
        cases.add(new Case(loss, true, false, 4, target, (x, t) -> {
            double sum = Arrays.stream(x).map(Math::exp).sum();
            return ofProbabilities.of(Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray(), t);
        }, weight));
    }
}
