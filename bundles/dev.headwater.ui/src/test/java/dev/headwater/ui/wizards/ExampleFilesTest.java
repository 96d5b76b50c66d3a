package dev.headwater.ui.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleFilesTest {
    private static final Path EXAMPLES = Path.of("..", "dev.headwater.examples", "examples");

    private static URL entry(String path) {
        try {
            return URI.create("file:" + path).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void filesAreNamedBelowTheFolderAndFoldersLeftOut() {
        assertEquals(Set.of("a.headwater", "more/b.csv"), ExampleFiles.named(List.of(entry("/examples/a.headwater"),
                entry("/examples/more/"), entry("/examples/more/b.csv"), entry("/examples/"))).keySet());
    }

    @Test
    void whatLiesElsewhereInTheBundleIsNotCopied() {
        assertEquals(Set.of(), ExampleFiles.named(List.of(entry("/about.html"), entry("/META-INF/MANIFEST.MF")))
                .keySet());
    }

    @Test
    void theOneToBeginWithIsThere() {
        assertTrue(Files.isRegularFile(EXAMPLES.resolve(ExampleFiles.FIRST)));
    }

    @Test
    void theReadmeNamesEveryNetwork() throws IOException {
        String readme = Files.readString(EXAMPLES.resolve("readme.md"));
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<String> forgotten = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".headwater"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .filter(name -> !readme.contains("`" + name + "`")).toList();
            assertEquals(List.of(), forgotten);
        }
    }
}
