package dev.headwater.trainer;

import dev.headwater.trainer.training.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The ways in which a training is asked from outside to end: Ctrl+C, a signal, and the life-line. */
final class Ending implements AutoCloseable {
    /** What a person who pressed Ctrl+C, or an IDE, has patience for. */
    private static final long PATIENCE_SECONDS = 10;

    private final Stop stop;
    private final Thread hook;

    /**
     * Listens until it is closed.
     *
     * @param lifeline whether the line {@code stop} on standard input, or its end, is such a wish
     */
    Ending(Stop stop, boolean lifeline) {
        this.stop = stop;
        hook = new Thread(() -> {
            stop.request();
            stop.await(PATIENCE_SECONDS);
        }, "headwater-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        if (lifeline) {
            Thread reader = new Thread(() -> listen(stop), "headwater-lifeline");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private static void listen(Stop stop) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.equals("stop")) {
                line = lines.readLine();
            }
        } catch (IOException e) {
            // whoever held the other end is gone
        }
        stop.request();
    }

    @Override
    public void close() {
        stop.ended();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook runs
        }
    }
}
