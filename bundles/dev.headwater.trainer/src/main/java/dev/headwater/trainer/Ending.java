package dev.headwater.trainer;

import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.training.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The ways in which a training is asked from outside to end: Ctrl+C, a signal, and the life-line. */
final class Ending implements AutoCloseable {
    /** What a person who pressed Ctrl+C, or an IDE, has patience for. */
    private static final long PATIENCE_SECONDS = 10;
    /** So much sooner a deserted process ends itself, for ending takes time too. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

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
            Thread reader = new Thread(this::listen, "headwater-lifeline");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void listen() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("stop")) {
                    stop.request();
                }
            }
        } catch (IOException e) {
            // whoever held the other end is gone
        }
        stop.request();
        endSoon();
    }

    /** Whoever held the other end is gone, and nobody else will end a process that is slow to do so. */
    private void endSoon() {
        try {
            if (!stop.await(Duration.ofSeconds(PATIENCE_SECONDS).minus(MARGIN))) {
                Runtime.getRuntime().halt(Failure.STOPPED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
