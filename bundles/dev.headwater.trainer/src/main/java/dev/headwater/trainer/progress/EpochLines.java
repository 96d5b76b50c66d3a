package dev.headwater.trainer.progress;

import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.EpochScore;
import dev.headwater.trainer.training.Score;
import dev.headwater.trainer.training.Watcher;
import java.io.PrintStream;
import java.time.Duration;

/** Prints a line for each epoch: for logs and consoles, where nothing can overwrite itself. */
public final class EpochLines implements Watcher {
    /** A line for every epoch and for nothing else. */
    public static final Pace ALL = new Pace(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));
    /** Readable while it scrolls by: four lines a second, and a sign of life in long epochs. */
    public static final Pace FOR_A_CONSOLE = new Pace(Duration.ofMillis(250), Duration.ofSeconds(2));

    private final PrintStream out;
    private final PrintStream err;
    private final long leastNanos;
    private final long mostNanos;
    private int epochs;
    private int perEpoch;
    private double secondsBefore;
    private double secondsSpent;
    private long epochsDone;
    private double secondsSinceLine;
    private int epochsSinceLine;
    private long lastLine;

    /**
     * How often a line is printed.
     *
     * @param least time between two lines: epochs that end sooner have none, apart from the last
     * @param most time without a line: then a line tells how far the epoch is
     */
    public record Pace(Duration least, Duration most) {
    }

    /** Lines on {@code out}, warnings on {@code err}. */
    public EpochLines(PrintStream out, PrintStream err, Pace pace) {
        this.out = out;
        this.err = err;
        leastNanos = pace.least().toNanos();
        mostNanos = pace.most().toNanos();
    }

    @Override
    public void begin(long done, int stepsPerEpoch, int allEpochs) {
        epochs = allEpochs;
        perEpoch = stepsPerEpoch;
        secondsBefore = Double.NaN;
        lastLine = System.nanoTime() - leastNanos;
    }

    @Override
    public void step(long done, double loss) {
        long now = System.nanoTime();
        if (now - lastLine >= mostNanos && done % perEpoch != 0) {
            lastLine = now;
            out.println(epoch(done / perEpoch + 1) + "  step " + Numbers.count(done % perEpoch) + "/"
                    + Numbers.count(perEpoch) + "  loss " + Numbers.loss(loss));
        }
    }

    @Override
    public void epoch(EpochScore score) {
        double spent = Double.isNaN(secondsBefore) ? score.seconds() / score.epoch() : score.seconds() - secondsBefore;
        secondsBefore = score.seconds();
        secondsSpent += spent;
        epochsDone++;
        secondsSinceLine += spent;
        epochsSinceLine++;
        long now = System.nanoTime();
        if (now - lastLine < leastNanos && score.epoch() < epochs) {
            return;
        }
        lastLine = now;
        double left = secondsSpent / epochsDone * (epochs - score.epoch());
        double speed = (double) perEpoch * epochsSinceLine / Math.max(secondsSinceLine, 1e-9);
        secondsSinceLine = 0;
        epochsSinceLine = 0;
        out.println(epoch(score.epoch()) + "  loss " + Numbers.loss(score.loss())
                + validation(score.validation()) + "  " + Numbers.count(Math.round(speed)) + " steps/s  "
                + Numbers.clock(left) + " left");
    }

    private String epoch(long number) {
        int digits = Integer.toString(epochs).length();
        return "epoch " + " ".repeat(digits - Long.toString(number).length()) + number + "/" + epochs;
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
