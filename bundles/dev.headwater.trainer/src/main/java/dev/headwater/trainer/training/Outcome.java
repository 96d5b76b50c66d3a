package dev.headwater.trainer.training;

import dev.headwater.core.engine.Diverged;
import dev.headwater.core.run.RunState;

/**
 * How a training ended.
 *
 * @param state finished, stopped or failed
 * @param steps done since the very start
 * @param epochs completed since the very start
 * @param seconds of training alone, since the very start
 * @param train the score of the training part; {@code null} unless it finished
 * @param validation that of the validation part; {@code null} also where there is none
 * @param failure where it diverged; {@code null} unless it failed
 * @param early why it ended before its last epoch by itself; {@code null} if it did not
 * @param usage what it took beside time
 */
public record Outcome(RunState state, long steps, long epochs, double seconds, Score train, Score validation,
        Diverged failure, String early, Usage usage) {
}
