package dev.headwater.core.edit;

import dev.headwater.core.catalog.Problems;
import dev.headwater.core.json.Position;

/** Keeps the first error that is reported. */
final class FirstError implements Problems {
    private String message;

    @Override
    public void error(Position at, String error) {
        if (message == null) {
            message = error;
        }
    }

    @Override
    public void warning(Position at, String warning) {
        // a value that is only doubtful may be set
    }

    /** The first error; {@code null} if there was none. */
    String message() {
        return message;
    }
}
