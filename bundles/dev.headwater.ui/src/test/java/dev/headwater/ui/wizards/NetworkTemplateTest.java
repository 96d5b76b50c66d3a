package dev.headwater.ui.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTemplateTest {
    private static Path file(NetworkTemplate template) {
        return Path.of(template.path());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMPTY")
    void canBeTrainedAtOnce(NetworkTemplate template) {
        NetworkFile.Parsed parsed = NetworkFile.read(file(template));
        List<Problem> problems = new ArrayList<>(parsed.problems());
        Graph graph = Graph.of(parsed.network(), problems);
        assertEquals(List.of(), problems);
        assertNotNull(graph);
        assertFalse(graph.losses().isEmpty());
    }

    @Test
    void theEmptyOneLacksNothingButALoss() {
        NetworkFile.Parsed parsed = NetworkFile.read(file(NetworkTemplate.EMPTY));
        assertEquals(List.of(), parsed.problems());
        List<Problem> problems = new ArrayList<>();
        assertNull(Graph.of(parsed.network(), problems));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).message().contains("loss"), problems.toString());
    }

    @ParameterizedTest
    @EnumSource
    void needsNoDataFile(NetworkTemplate template) {
        var data = NetworkFile.read(file(template)).network().data();
        assertTrue(data.has("source"));
        for (String setting : DataSources.FILE_SETTINGS) {
            assertFalse(data.has(setting), setting);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsTheEditorWouldWriteIt(NetworkTemplate template) throws IOException {
        String text = Files.readString(file(template));
        assertEquals(NetworkFile.write(NetworkFile.read(file(template)).network()), text);
    }

    @ParameterizedTest
    @EnumSource
    void hasANameASentenceAndAPicture(NetworkTemplate template) {
        assertFalse(template.label().isBlank());
        assertTrue(template.about().endsWith("."), template.about());
        assertTrue(Files.isRegularFile(Path.of(template.picture())), template.picture());
    }

    @Test
    void noFileLiesThereForNothing() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            assertEquals(Stream.of(NetworkTemplate.values()).map(NetworkTemplateTest::file).sorted().toList(),
                    files.sorted().toList());
        }
    }
}
