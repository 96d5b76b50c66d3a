package dev.headwater.trainer.training;

import dev.headwater.core.json.Json;
import java.time.Instant;

/**
 * What is known when an epoch is over.
 *
 * @param epoch counted from 1
 * @param step steps done
 * @param loss the mean training loss of its batches, each before its update
 * @param validation {@code null} where there is no validation part
 * @param seconds of training alone, since the very start
 */
public record EpochScore(long epoch, long step, double loss, Score validation, double seconds) {
    /** The event that the run's log holds. */
    Json.Obj toEvent() {
        return Json.object().put("type", "epoch").put("time", Instant.now().toString()).put("step", step)
                .put("epoch", epoch).put("loss", loss).put("validation", Score.toJson(validation))
                .put("seconds", seconds).build();
    }
}
