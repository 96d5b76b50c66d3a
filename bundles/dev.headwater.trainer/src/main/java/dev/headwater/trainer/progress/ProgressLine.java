package dev.headwater.trainer.progress;

import dev.headwater.trainer.text.Bar;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.EpochScore;
import dev.headwater.trainer.training.Score;
import dev.headwater.trainer.training.Watcher;
import java.io.PrintStream;

/** One line on a terminal that overwrites itself: bar, epoch, loss, validation, speed, time left. */
public final class ProgressLine implements Watcher {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long SPEED_NANOS = 1_000_000_000L;
    private static final int BAR = 16;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean unicode;
    private long total;
    private int perEpoch;
    private int epochs;
    private Score validation;
    private long lastDrawn;
    private long speedSince;
    private long speedFrom;
    private double speed;
    /** Whether a whole window has been measured; until then each drawing knows better than the last. */
    private boolean steady;
    private int shown;

    /** A line on {@code out}, warnings on {@code err}. */
    public ProgressLine(PrintStream out, PrintStream err, boolean unicode) {
        this.out = out;
        this.err = err;
        this.unicode = unicode;
    }

    @Override
    public void begin(long done, int stepsPerEpoch, int allEpochs) {
        perEpoch = stepsPerEpoch;
        epochs = allEpochs;
        total = (long) stepsPerEpoch * allEpochs;
        speedSince = System.nanoTime();
        speedFrom = done;
        lastDrawn = speedSince - REDRAW_NANOS;
    }

    @Override
    public void step(long done, double loss) {
        long now = System.nanoTime();
        if (now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            draw(done, loss, now);
        }
    }

    @Override
    public void epoch(EpochScore score) {
        validation = score.validation();
    }

    private void draw(long done, double loss, long now) {
        long nanos = now - speedSince;
        if (!steady || nanos >= SPEED_NANOS) {
            speed = (done - speedFrom) * 1e9 / Math.max(1, nanos);
        }
        if (nanos >= SPEED_NANOS) {
            steady = true;
            speedSince = now;
            speedFrom = done;
        }
        String line = Bar.linear((double) done / total, BAR, unicode) + " epoch "
                + Math.min(epochs, (done - 1) / perEpoch + 1) + "/" + epochs + "  loss " + Numbers.loss(loss)
                + brief(validation) + "  " + Numbers.count(Math.round(speed)) + " steps/s  "
                + (speed > 0 ? Numbers.clock((total - done) / speed) + " left" : "");
        out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        out.flush();
        shown = line.length();
    }

    /** Short enough for a terminal of 80 columns. */
    private static String brief(Score score) {
        return score == null ? ""
                : "  val " + (Double.isNaN(score.accuracy()) ? Numbers.loss(score.loss())
                        : Numbers.percent(score.accuracy()));
    }

    @Override
    public void end() {
        clear();
    }

    @Override
    public void warn(String message) {
        clear();
        Quiet.warn(err, message);
    }

    private void clear() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
