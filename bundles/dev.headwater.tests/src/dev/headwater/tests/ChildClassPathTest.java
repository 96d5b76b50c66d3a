package dev.headwater.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The terminal and the IDE start the same child: the class path that the build writes for {@code ./headwater} holds
 * exactly what OSGi wires to the trainer's bundle.
 * An entry is compared by the bundle's symbolic name, a nested jar by the bundle's name and its path in there.
 */
class ChildClassPathTest {
    private static final Pattern NESTED = Pattern.compile("bundles/([^/]+)/(lib/[^/]+[.]jar)");

    @Test
    void terminalAndIdeStartTheSameChild() throws IOException {
        Path root = Path.of(System.getProperty("headwater.root"));
        Path list = root.resolve("target/headwater/class-path");
        assumeTrue(Files.exists(list), "./headwater has not been built");
        Set<String> terminal = new TreeSet<>();
        for (String entry : Files.readAllLines(list)) {
            terminal.add(nameOf(root, entry));
        }
        Set<String> ide = new TreeSet<>();
        for (Bundle bundle : closure(bundle("dev.headwater.trainer"))) {
            String classPath = bundle.getHeaders().get(Constants.BUNDLE_CLASSPATH);
            for (String entry : classPath == null ? new String[] {"."} : classPath.split(",")) {
                String name = bundle.getSymbolicName();
                ide.add(entry.equals(".") ? name : name + "/" + entry.strip());
            }
        }
        assertEquals(ide, terminal);
    }

    private static String nameOf(Path root, String entry) throws IOException {
        var nested = NESTED.matcher(entry);
        if (nested.matches()) {
            return nested.group(1) + "/" + nested.group(2);
        }
        try (var jar = new JarFile(root.resolve(entry).toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME).split(";")[0];
        }
    }

    private static Bundle bundle(String name) {
        for (Bundle bundle : FrameworkUtil.getBundle(ChildClassPathTest.class).getBundleContext().getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("no bundle " + name);
    }

    /** The bundle, all that it is wired to, and their fragments; not the framework itself. */
    private static Set<Bundle> closure(Bundle start) {
        Set<Bundle> found = new LinkedHashSet<>();
        var open = new ArrayDeque<Bundle>();
        open.add(start);
        while (!open.isEmpty()) {
            Bundle bundle = open.poll();
            if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID || !found.add(bundle)) {
                continue;
            }
            var wiring = bundle.adapt(BundleWiring.class);
            wiring.getRequiredWires(null).forEach(wire -> open.add(wire.getProvider().getBundle()));
            wiring.getProvidedWires(HostNamespace.HOST_NAMESPACE)
                    .forEach(wire -> open.add(wire.getRequirer().getBundle()));
        }
        return found;
    }
}
