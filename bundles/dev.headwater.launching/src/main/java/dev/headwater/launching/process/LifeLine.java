package dev.headwater.launching.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard input of a process that trains. The line {@code stop} asks it to save and end; the end of the stream, of
 * which the operating system takes care when the IDE is gone, does so too.
 */
final class LifeLine {
    private final OutputStream input;

    LifeLine(OutputStream input) {
        this.input = input;
    }

    /** Asks the process to end. */
    synchronized void stop() {
        try {
            input.write("stop\n".getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** Lets go of it when the process is gone. */
    synchronized void close() {
        try {
            input.close();
        } catch (IOException e) {
            // There is nobody at the other end.
        }
    }
}
