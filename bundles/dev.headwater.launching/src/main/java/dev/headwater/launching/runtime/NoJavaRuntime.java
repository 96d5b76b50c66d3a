package dev.headwater.launching.runtime;

/** Says in one sentence why there is no Java runtime to train with, and what to do. */
public final class NoJavaRuntime extends Exception {
    private static final long serialVersionUID = 1L;

    NoJavaRuntime(String message) {
        super(message);
    }
}
