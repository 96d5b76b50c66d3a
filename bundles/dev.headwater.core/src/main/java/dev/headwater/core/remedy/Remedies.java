package dev.headwater.core.remedy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalog of remedies, by what they change. A new one is one entry in one family. */
public final class Remedies {
    /** The families by their titles, in the order of the page. */
    public static final Map<String, List<Description>> FAMILIES = families();

    /** All of them. */
    public static final List<Description> ALL = all();

    private Remedies() {
    }

    private static Map<String, List<Description>> families() {
        Map<String, List<Description>> families = new LinkedHashMap<>();
        families.put("Activations", Activations.ALL);
        families.put("First weights", Initializations.ALL);
        families.put("Normalization", Normalizations.ALL);
        families.put("Shortcuts", Shortcuts.ALL);
        families.put("Through time", ThroughTime.ALL);
        families.put("Training", Training.ALL);
        return families;
    }

    private static List<Description> all() {
        List<Description> all = new ArrayList<>();
        FAMILIES.values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
