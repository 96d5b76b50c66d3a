package dev.headwater.core.telemetry;

import java.io.IOException;

/** Says in one sentence, with the file's name, why a telemetry file cannot be read or written. */
public final class TelemetryException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A failure that this sentence explains. */
    public TelemetryException(String message) {
        super(message);
    }

    /** A failure that this sentence explains and another one caused. */
    public TelemetryException(String message, Throwable cause) {
        super(message, cause);
    }
}
