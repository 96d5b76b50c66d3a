package dev.headwater.launching.runs;

/**
 * How far a run has come and how well it does.
 *
 * @param step the newest recorded step; -1 before the first
 * @param steps how many steps there will be; -1 while that is not known
 * @param loss the loss of the newest step; NaN where none was recorded
 * @param validation the validation loss of the last finished epoch; NaN where there is none
 * @param metric the name of the metric beside it, such as {@code accuracy}; {@code null} where there is none
 * @param score its value
 */
public record RunProgress(long step, long steps, double loss, double validation, String metric, double score) {
    /** The progress of a run that has not begun. */
    public static final RunProgress NONE = new RunProgress(-1, -1, Double.NaN, Double.NaN, null, Double.NaN);

    RunProgress at(long newest, double newestLoss) {
        return new RunProgress(newest, steps, newestLoss, validation, metric, score);
    }
}
