package dev.headwater.core.network;

/**
 * Something wrong with a network file.
 *
 * @param severity whether it can be trained all the same
 * @param node the node it concerns, {@code stage1.3/a} inside a repeated block; {@code null} for the whole file
 * @param line counted from 1; 0 where no file says it
 * @param column counted from 1; 0 where no file says it
 * @param message one sentence with the way out
 */
public record Problem(Severity severity, String node, int line, int column, String message) {
    /** Whether the network cannot be trained. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
