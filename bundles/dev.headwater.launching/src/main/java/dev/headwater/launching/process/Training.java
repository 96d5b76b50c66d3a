package dev.headwater.launching.process;

import java.nio.file.Path;

/**
 * A training that this IDE started.
 *
 * @param name the network's, for people: {@code circle-vanishing}
 * @param network the network file, absolute
 * @param folder the run's folder, absolute; the process makes it a moment after its start
 */
public record Training(String name, Path network, Path folder) {
}
