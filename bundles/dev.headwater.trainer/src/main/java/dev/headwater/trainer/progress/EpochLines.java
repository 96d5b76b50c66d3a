package dev.headwater.trainer.progress;

import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.EpochScore;
import dev.headwater.trainer.training.Score;
import dev.headwater.trainer.training.Watcher;
import java.io.PrintStream;

/** Prints a line for each epoch: for logs, where nothing can overwrite itself. */
public final class EpochLines implements Watcher {
    private final PrintStream out;
    private final PrintStream err;
    private int epochs;
    private int perEpoch;
    private double secondsBefore;
    private double secondsSpent;
    private long epochsDone;

    /** Lines on {@code out}, warnings on {@code err}. */
    public EpochLines(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void begin(long done, int stepsPerEpoch, int allEpochs) {
        epochs = allEpochs;
        perEpoch = stepsPerEpoch;
        secondsBefore = Double.NaN;
    }

    @Override
    public void epoch(EpochScore score) {
        double spent = Double.isNaN(secondsBefore) ? score.seconds() / score.epoch() : score.seconds() - secondsBefore;
        secondsBefore = score.seconds();
        secondsSpent += spent;
        epochsDone++;
        int digits = Integer.toString(epochs).length();
        String number = " ".repeat(digits - Long.toString(score.epoch()).length()) + score.epoch();
        double left = secondsSpent / epochsDone * (epochs - score.epoch());
        out.println("epoch " + number + "/" + epochs + "  loss " + Numbers.loss(score.loss())
                + validation(score.validation()) + "  " + Numbers.count(Math.round(perEpoch / Math.max(spent, 1e-9)))
                + " steps/s  " + Numbers.clock(left) + " left");
    }

    /** The part of a progress line about the validation part; empty if there is none. */
    static String validation(Score score) {
        return score == null ? ""
                : "  validation loss " + Numbers.loss(score.loss())
                        + (Double.isNaN(score.accuracy()) ? "" : ", accuracy " + Numbers.percent(score.accuracy()));
    }

    @Override
    public void warn(String message) {
        Quiet.warn(err, message);
    }
}
