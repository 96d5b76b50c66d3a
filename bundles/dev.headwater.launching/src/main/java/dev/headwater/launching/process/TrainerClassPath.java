package dev.headwater.launching.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The class path of the process that trains: the trainer's bundle, all that it is wired to, and their fragments, as jars
 * and folders. The bundle is found by its name: this code must not depend on it, or the IDE would load what it contains.
 */
public final class TrainerClassPath {
    private static final String TRAINER = "dev.headwater.trainer";
    private static final String OWN_CONTENT = ".";

    private TrainerClassPath() {
    }

    /**
     * Finds it.
     *
     * @throws IOException saying what is missing
     */
    public static List<Path> find() throws IOException {
        Bundle trainer = Platform.getBundle(TRAINER);
        BundleWiring wiring = trainer == null ? null : trainer.adapt(BundleWiring.class);
        if (wiring == null) {
            throw new IOException(NLS.bind(Messages.TrainerClassPath_noTrainer, TRAINER));
        }
        List<Path> entries = new ArrayList<>();
        for (Bundle bundle : closure(wiring)) {
            String names = bundle.getHeaders("").get(Constants.BUNDLE_CLASSPATH);
            for (String name : names == null ? List.of(OWN_CONTENT) : Arrays.asList(names.split(","))) {
                entries.add(entry(bundle, name.strip()));
            }
        }
        return entries;
    }

    /** The bundle, all that it is wired to, and their fragments; not the framework itself. */
    private static Set<Bundle> closure(BundleWiring start) {
        Set<Bundle> found = new LinkedHashSet<>();
        ArrayDeque<BundleWiring> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            BundleWiring wiring = open.poll();
            if (wiring.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID || !found.add(wiring.getBundle())) {
                continue;
            }
            wiring.getRequiredWires(null).forEach(wire -> open.add(wire.getProviderWiring()));
            wiring.getProvidedWires(HostNamespace.HOST_NAMESPACE)
                    .forEach(wire -> open.add(wire.getRequirerWiring()));
        }
        return found;
    }

    private static Path entry(Bundle bundle, String name) throws IOException {
        Path location = FileLocator.getBundleFileLocation(bundle).orElseThrow(() -> missing(bundle, name)).toPath();
        boolean folder = Files.isDirectory(location);
        if (name.equals(OWN_CONTENT)) {
            return folder ? ClassFolder.of(bundle).orElse(location) : location;
        }
        Path nested = location.resolve(name);
        return folder && Files.exists(nested) ? nested : unpacked(bundle, name);
    }

    /** What lies inside a jar is copied into the configuration area, once. */
    private static Path unpacked(Bundle bundle, String name) throws IOException {
        URL nested = bundle.getEntry(name);
        if (nested == null) {
            throw missing(bundle, name);
        }
        try {
            return Path.of(URIUtil.toURI(FileLocator.toFileURL(nested)));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static IOException missing(Bundle bundle, String name) {
        return new IOException(NLS.bind(Messages.TrainerClassPath_noEntry, bundle.getSymbolicName(), name));
    }

    /**
     * The entries in one text, as the variable {@code CLASSPATH} takes it.
     *
     * @throws IOException if a path contains the character that separates them
     */
    static String text(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            if (entry.toString().contains(File.pathSeparator)) {
                throw new IOException(NLS.bind(Messages.TrainerClassPath_separator, entry, File.pathSeparator));
            }
            if (!Files.exists(entry)) {
                throw new IOException(NLS.bind(Messages.TrainerClassPath_gone, entry));
            }
        }
        return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
