package dev.headwater.core.engine;

/** The numeric library cannot be used here; the message says why and what to do. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The failure with this explanation. */
    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
