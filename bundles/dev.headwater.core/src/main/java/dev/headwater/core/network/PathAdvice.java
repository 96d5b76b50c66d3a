package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import java.util.Collection;
import java.util.List;

/** What to say about a path that leads nowhere. */
final class PathAdvice {
    private static final int MOST_LISTED = 12;

    private PathAdvice() {
    }

    /** The paths that may have been meant. */
    static List<String> nearest(String name, Collection<String> known, String prefix) {
        return Nearest.of(name, known).stream().map(prefix::concat).toList();
    }

    /** The end of a sentence: the nearest paths, or else what there is. */
    static String sentence(List<String> nearest, List<String> all) {
        return nearest.isEmpty() ? list(all) : "; did you mean " + String.join(" or ", nearest) + "?";
    }

    /** The end of a sentence: what there is. */
    static String list(List<String> all) {
        if (all.isEmpty()) {
            return "";
        }
        return "; known: " + String.join(", ", all.stream().limit(MOST_LISTED).toList())
                + (all.size() > MOST_LISTED ? ", …" : "");
    }
}
