package dev.headwater.core.run;

import java.io.IOException;

/** Says in one sentence, with the path, why a run's folder or a file in it cannot be used, and the way out. */
public final class RunException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A failure that this sentence explains. */
    public RunException(String message) {
        super(message);
    }

    /** A failure that this sentence explains and another one caused. */
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
