package dev.headwater.core.engine;

import dev.headwater.core.loss.Scoring;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.tensor.Tensor;

/** The loss and accuracy over a whole set of examples, fed in batches; parts and batches are added in their order. */
public final class Evaluation {
    private final Model model;
    private final int total;
    private final int judged;
    private final int node;
    private final Scoring scoring;
    private double loss;
    private long right;
    private long answers;

    Evaluation(Model model, int total, Wiring wiring) {
        this.model = model;
        this.total = total;
        int first = 0;
        while (!wiring.counts(first) && first < wiring.losses().size() - 1) {
            first++;
        }
        for (int i = wiring.losses().size() - 1; i >= 0; i--) {
            if (wiring.counts(i) && wiring.losses().get(i).loss().scoring() != Scoring.NONE) {
                first = i;
            }
        }
        GraphLoss scored = wiring.losses().get(first);
        judged = first;
        node = scored.node();
        scoring = scored.loss().scoring();
    }

    /** Adds {@code rows} examples, at most the model's batch. */
    public void add(float[] inputs, float[] targets, int rows) {
        add(inputs, targets, null, rows);
    }

    /** Adds examples of unequal length; {@code lengths} says how many steps of each count. */
    public void add(float[] inputs, float[] targets, int[] lengths, int rows) {
        model.forward(inputs, targets, lengths, rows, total);
        for (PartPlan part : model.parts()) {
            loss += part.loss();
            if (scoring != Scoring.NONE) {
                score(part.output(node), part.target(judged), part.pass().rows());
            }
        }
    }

    private void score(Tensor output, Tensor target, int rows) {
        int columns = output.columns();
        int all = output.matrixRows(rows);
        for (int row = 0; row < all; row++) {
            if (scoring == Scoring.ARGMAX) {
                right += largest(output, row * columns, columns) == (int) target.data().get(row) ? 1 : 0;
                answers++;
            } else {
                for (int i = row * columns; i < (row + 1) * columns; i++) {
                    right += output.data().get(i) >= 0.5f == target.data().get(i) >= 0.5f ? 1 : 0;
                    answers++;
                }
            }
        }
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

    /** The mean loss of all examples added, once that is {@code total}. */
    public double loss() {
        return loss;
    }

    /** The share of right answers, by argmax or at 0.5; NaN where the loss knows no classes. */
    public double accuracy() {
        return answers == 0 ? Double.NaN : (double) right / answers;
    }
}
