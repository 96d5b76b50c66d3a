package dev.headwater.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version of this product, as the bundle's manifest says it. */
public final class Version implements IVersionProvider {
    private static final String UNKNOWN = "development";

    @Override
    public String[] getVersion() {
        return new String[] {"headwater " + text()};
    }

    /** {@code 0.1.0.202611230900}; {@code development} where the classes lie in a folder. */
    static String text() {
        URL here = Version.class.getResource("Version.class");
        if (here == null || !here.toString().contains("!/")) {
            return UNKNOWN;
        }
        String jar = here.toString().substring(0, here.toString().indexOf("!/") + 2);
        try (InputStream in = URI.create(jar + "META-INF/MANIFEST.MF").toURL().openStream()) {
            String version = new Manifest(in).getMainAttributes().getValue("Bundle-Version");
            return version == null ? UNKNOWN : version;
        } catch (IOException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
