package dev.headwater.launching.process;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * A training that this IDE started.
 *
 * @param name the network's, for people: {@code circle-vanishing}
 * @param network the network file, absolute
 * @param folder the run's folder, absolute; the process makes it a moment after its start
 * @param started when its process was started
 */
public record Training(String name, Path network, Path folder, LocalTime started) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** What tells it from others of the same network: {@code circle-vanishing (15:37:01)}. */
    public String label() {
        return name + " (" + CLOCK.format(started) + ")";
    }
}
