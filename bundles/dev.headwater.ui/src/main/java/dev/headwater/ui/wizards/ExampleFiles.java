package dev.headwater.ui.wizards;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The files that the bundle of examples brings. It is looked for by name: it need not be installed. */
final class ExampleFiles {
    /** The network that is opened first. */
    static final String FIRST = "circle-vanishing.headwater";

    private static final String BUNDLE = "dev.headwater.examples";
    private static final String FOLDER = "examples/";

    private ExampleFiles() {
    }

    /** Their places by their names in the project, sorted; empty if the bundle is missing. */
    static Map<String, URL> find() {
        Bundle bundle = Platform.getBundle(BUNDLE);
        Enumeration<URL> found = bundle == null ? null : bundle.findEntries(FOLDER, "*", true);
        return found == null ? Map.of() : named(Collections.list(found));
    }

    /** These entries of a bundle by their names below the folder of examples; folders are left out. */
    static Map<String, URL> named(List<URL> entries) {
        Map<String, URL> files = new TreeMap<>();
        for (URL entry : entries) {
            String name = name(entry.getPath());
            if (!name.isEmpty() && !name.endsWith("/")) {
                files.put(name, entry);
            }
        }
        return files;
    }

    private static String name(String path) {
        String inside = path.startsWith("/") ? path.substring(1) : path;
        return inside.startsWith(FOLDER) ? inside.substring(FOLDER.length()) : "";
    }
}
