package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.util.List;

/** Names from a file as a message lists them. */
final class Listing {
    private Listing() {
    }

    /** At most {@code most} of these names, in quotes, and how many there are beyond them. */
    static String of(List<String> names, int most) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < Math.min(most, names.size()); i++) {
            list.append(i == 0 ? "" : ", ").append(Quoted.text(names.get(i)));
        }
        return names.size() <= most ? list.toString() : list + " and " + (names.size() - most) + " more";
    }
}
