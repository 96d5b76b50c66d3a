package dev.headwater.core.catalog;

import dev.headwater.core.json.Position;

/** Receives what is wrong with a file while it is read. Messages are one sentence that stands by itself. */
public interface Problems {
    /** Takes what makes the file unusable. */
    void error(Position at, String message);

    /** Takes what works but is probably not meant. */
    void warning(Position at, String message);
}
