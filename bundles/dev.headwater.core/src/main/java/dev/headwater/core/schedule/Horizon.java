package dev.headwater.core.schedule;

/**
 * How long a training is to be.
 *
 * @param stepsPerEpoch steps of an epoch, at least 1
 * @param steps all steps
 */
public record Horizon(long stepsPerEpoch, long steps) {
    /** The whole epochs that are over at a step. */
    long epoch(long step) {
        return step / stepsPerEpoch;
    }
}
