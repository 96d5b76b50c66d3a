package dev.headwater.trainer.training;

import dev.headwater.core.data.Batch;
import dev.headwater.core.data.Dataset;
import dev.headwater.core.data.OrderedBatches;
import dev.headwater.core.data.Rows;
import dev.headwater.core.engine.Evaluation;
import dev.headwater.core.engine.Model;
import dev.headwater.core.json.Json;

/**
 * How good a network is on some examples.
 *
 * @param loss the mean loss
 * @param accuracy the share of right answers; NaN where the loss knows no classes
 */
public record Score(double loss, double accuracy) {
    /** The score over a whole part, in evaluation mode; {@code null} for an empty part. */
    public static Score of(Model model, Dataset data, Rows rows) {
        if (rows.size() == 0) {
            return null;
        }
        Evaluation evaluation = model.evaluation(rows.size());
        OrderedBatches batches = new OrderedBatches(data, rows, model.batch());
        for (int i = 0; i < batches.count(); i++) {
            Batch batch = batches.get(i);
            evaluation.add(batch.inputs(), batch.targets(), batch.lengths(), batch.rows());
        }
        return new Score(evaluation.loss(), evaluation.accuracy());
    }

    /** The object with loss and accuracy that commands print and events hold; null for no score. */
    public static Json toJson(Score score) {
        return score == null ? Json.NULL
                : Json.object().put("loss", score.loss)
                        .put("accuracy", Double.isNaN(score.accuracy) ? Json.NULL : Json.of(score.accuracy)).build();
    }
}
