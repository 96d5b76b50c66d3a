package dev.headwater.launching.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.URIUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Where the classes of a bundle lie that is a folder: there, or where a development environment compiles them to. */
final class ClassFolder {
    private ClassFolder() {
    }

    /** The folder that the bundle's class loader takes its classes from; empty if it has none. */
    static Optional<Path> of(Bundle bundle) throws IOException {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == null) {
            return Optional.empty(); // a fragment has no loader of its own
        }
        Collection<String> classes = wiring.listResources("/", "*.class",
                BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE);
        for (String name : classes) {
            URL found = bundle.getResource(name);
            URL file = found == null ? null : FileLocator.resolve(found);
            if (file != null && file.getProtocol().equals("file")) {
                return Optional.of(root(file, name));
            }
        }
        return Optional.empty();
    }

    private static Path root(URL file, String name) throws IOException {
        try {
            Path path = Path.of(URIUtil.toURI(file));
            for (int i = 0; i < Path.of(name).getNameCount(); i++) {
                path = path.getParent();
            }
            return path;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
