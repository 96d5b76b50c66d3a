package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Path FILE = Path.of("schema", "headwater-1.schema.json");

    /** The folder of this bundle, wherever the tests are run from. */
    private static Path file() {
        String root = System.getProperty("headwater.root");
        return root == null ? FILE : Path.of(root, "bundles", "dev.headwater.core").resolve(FILE);
    }

    @Test
    void theSchemaInTheRepositoryIsThatOfTheCatalogs() throws IOException {
        String schema = JsonWriter.write(Schema.of(DataSources.ALL));
        if (Boolean.getBoolean("headwater.schema.update")) {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), schema);
        }
        assertEquals(schema, Files.readString(file()).replace("\r\n", "\n"),
                "the catalogs changed: run this test once with -Dheadwater.schema.update=true");
    }

    @Test
    void everyReferenceLeadsToADefinition() {
        Json.Obj schema = Schema.of(DataSources.ALL);
        List<String> references = new ArrayList<>();
        collect(schema, references);
        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertTrue(schema.object("$defs").has(reference.substring("#/$defs/".length())), reference);
        }
    }

    private static void collect(Json value, List<String> references) {
        switch (value) {
            case Json.Obj object -> {
                if (object.has("$ref")) {
                    references.add(object.text("$ref", ""));
                }
                object.members().values().forEach(member -> collect(member, references));
            }
            case Json.Arr list -> list.items().forEach(item -> collect(item, references));
            default -> {
                // no reference in a scalar
            }
        }
    }
}
