package dev.headwater.launching.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A thread that hands on what a process says: all of it to its output, and line by line to whoever reads along. */
final class Reading extends Thread {
    private static final int CHUNK = 1 << 13;
    private static final int LONGEST_LINE = 1 << 14;

    private final InputStream stream;
    private final Output output;
    private final Predicate<String> withheld;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    /**
     * A thread to be started.
     *
     * @param withheld lines that do not reach the output; {@code null} to hand on all, as it comes
     * @param lines is told every line
     */
    Reading(String name, InputStream stream, Output output, Predicate<String> withheld, Consumer<String> lines) {
        super(name);
        setDaemon(true);
        this.stream = stream;
        this.output = output;
        this.withheld = withheld;
        this.lines = lines;
    }

    @Override
    public void run() {
        char[] chunk = new char[CHUNK];
        try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
                if (withheld == null) {
                    output.append(new String(chunk, 0, n));
                }
                split(chunk, n);
            }
        } catch (IOException e) {
            // The process is gone.
        }
        if (!line.isEmpty()) {
            endLine("");
        }
    }

    private void split(char[] chunk, int n) {
        for (int i = 0; i < n; i++) {
            if (chunk[i] == '\n') {
                endLine("\n");
            } else if (chunk[i] != '\r') {
                line.append(chunk[i]);
                if (line.length() == LONGEST_LINE) {
                    endLine("");
                }
            }
        }
    }

    private void endLine(String end) {
        String text = line.toString();
        line.setLength(0);
        lines.accept(text);
        if (withheld != null && !withheld.test(text)) {
            output.append(text + end);
        }
    }
}
