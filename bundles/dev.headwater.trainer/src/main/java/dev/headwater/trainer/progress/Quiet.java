package dev.headwater.trainer.progress;

import dev.headwater.trainer.training.Watcher;
import java.io.PrintStream;

/** Shows nothing but warnings. */
public record Quiet(PrintStream err) implements Watcher {
    @Override
    public void warn(String message) {
        warn(err, message);
    }

    static void warn(PrintStream err, String message) {
        err.println("headwater: warning: " + message);
    }
}
