package dev.headwater.core.network;

import java.util.List;

/** A path that leads to no setting of a network file. The message is one sentence with the nearest paths. */
public final class UnknownPath extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient List<String> nearest;

    UnknownPath(String path, List<String> nearest, String message) {
        super(message);
        this.path = path;
        this.nearest = List.copyOf(nearest);
    }

    /** The path as it was given. */
    public String path() {
        return path;
    }

    /** Paths that may have been meant, nearest first. */
    public List<String> nearest() {
        return nearest == null ? List.of() : nearest;
    }
}
