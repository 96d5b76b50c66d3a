package dev.headwater.core.engine;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.loss.Scoring;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The loss and accuracy over a whole set of examples, fed in batches; parts and batches are added in their order. */
public final class Evaluation {
    private final Model model;
    private final int total;
    private final int judged;
    private final int node;
    private final Scoring scoring;
    private final double[] sums;
    private final double[] divisors;
    private long right;
    private long answers;

    Evaluation(Model model, int total, Wiring wiring) {
        this.model = model;
        this.total = total;
        int first = wiring.leading();
        for (int i = wiring.losses().size() - 1; i >= 0; i--) {
            if (wiring.counts(i) && i < wiring.pretraining().losses() && wiring.losses().get(i).loss()
                    .scoring() != Scoring.NONE) {
                first = i;
            }
        }
        GraphLoss scored = wiring.losses().get(first);
        judged = first;
        node = scored.node();
        scoring = first < wiring.pretraining().losses() ? scored.loss().scoring() : Scoring.NONE; // no answers there
        sums = new double[wiring.losses().size()];
        divisors = new double[wiring.losses().size()];
    }

    /** Adds {@code rows} examples, at most the model's batch. */
    public void add(float[] inputs, float[] targets, int rows) {
        add(inputs, targets, null, rows);
    }

    /** Adds examples of unequal length; {@code lengths} says how many steps of each count. */
    public void add(float[] inputs, float[] targets, int[] lengths, int rows) {
        model.forward(inputs, targets, lengths, rows, total);
        for (int i = 0; i < sums.length; i++) {
            for (PartPlan part : model.parts()) {
                sums[i] += part.lossShare(i);
            }
            divisors[i] += model.parts()[0].divisor(i);
        }
        for (PartPlan part : model.parts()) {
            if (scoring != Scoring.NONE) {
                score(part.output(node), part.target(judged), part.pass());
            }
        }
    }

    /** Counts the right answers of one part; steps that are padding count neither way. */
    private void score(Tensor output, Tensor target, Pass pass) {
        Shape shape = output.shape();
        int steps = shape.rank() > 1 ? shape.extent(0) : 1;
        int perStep = shape.size() / shape.columns() / steps;
        for (int e = 0; e < pass.rows(); e++) {
            int from = e * steps * perStep;
            int to = from + perStep * (shape.rank() > 1 ? pass.length(e, steps) : steps);
            for (int row = from; row < to; row++) {
                score(output, target, row, shape.columns());
            }
        }
    }

    private void score(Tensor output, Tensor target, int row, int columns) {
        if (scoring == Scoring.ARGMAX) {
            right += largest(output, row * columns, columns) == (int) target.data().get(row) ? 1 : 0;
            answers++;
            return;
        }
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            right += yes(output.data().get(i)) == yes(target.data().get(i)) ? 1 : 0;
            answers++;
        }
    }

    private boolean yes(float value) {
        return scoring == Scoring.SIGN ? value > 0 : value >= 0.5f;
    }

    private static int largest(Tensor output, int from, int columns) {
        int largest = 0;
        for (int i = 1; i < columns; i++) {
            if (output.data().get(from + i) > output.data().get(from + largest)) {
                largest = i;
            }
        }
        return largest;
    }

    /** The mean loss of all examples added; with several losses the sum of their means. */
    public double loss() {
        double loss = 0;
        for (int i = 0; i < sums.length; i++) {
            loss += divisors[i] == 0 ? 0 : sums[i] / divisors[i];
        }
        return loss;
    }

    /** The share of right answers, by argmax, at 0.5 or by sign; NaN where the loss knows no classes. */
    public double accuracy() {
        return answers == 0 ? Double.NaN : (double) right / answers;
    }
}
