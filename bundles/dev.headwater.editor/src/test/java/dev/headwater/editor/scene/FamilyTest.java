package dev.headwater.editor.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.LayerFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FamilyTest {
    /** A file of this bundle, wherever the tests are run from. */
    private static String text(String name) throws IOException {
        String root = System.getProperty("headwater.root");
        return Files.readString(root == null ? Path.of(name) : Path.of(root, "bundles", "dev.headwater.editor", name));
    }

    @Test
    void everyFamilyOfLayersIsOneOfTheDiagrams() {
        for (LayerFamily family : LayerFamily.values()) {
            assertTrue(Arrays.stream(Family.values()).anyMatch(ours -> ours.name().equals(family.name())),
                    family.name());
        }
        assertEquals(LayerFamily.values().length + 1, Family.values().length, "all of them and blocks");
        assertEquals(Family.ATTENTION, Family.of("Embedding"));
        assertEquals(Family.OTHER, Family.of("nonsense"));
    }

    @Test
    void everyFamilyHasItsColorInBothThemes() throws IOException {
        String light = text("plugin.xml");
        String dark = text("css/dark.css");
        String names = text("plugin.properties");
        for (Family family : Family.values()) {
            String name = family.name().toLowerCase(Locale.ROOT);
            assertTrue(light.contains("id=\"dev.headwater.editor." + name + "\""), name);
            assertTrue(dark.contains("#dev-headwater-editor-" + name + " "), name);
            assertTrue(names.contains("color." + name + " ="), name);
        }
    }
}
