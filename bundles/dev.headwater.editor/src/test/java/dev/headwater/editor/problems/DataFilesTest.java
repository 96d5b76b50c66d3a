package dev.headwater.editor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    @TempDir
    Path temp;

    private Path project;
    private DataFiles files;

    @BeforeEach
    void project() throws IOException {
        project = Files.createDirectories(temp.resolve("project"));
        Path folder = Files.createDirectories(project.resolve("nets"));
        Files.writeString(temp.resolve("outside.csv"), "1");
        Files.writeString(project.resolve("there.csv"), "1");
        files = new DataFiles(project, folder);
    }

    private static Json.Obj csv(String file) {
        return Json.object().put("source", "csv").put("file", file).put("label", "label").build();
    }

    private List<String> messages(String file) {
        return files.problems(csv(file)).stream().map(Problem::message).toList();
    }

    @Test
    void aFileInTheProjectIsFoundFromTheFolderOfTheNetwork() {
        assertEquals(List.of(), messages("../there.csv"));
        assertEquals(List.of(project.resolve("there.csv")), files.inside(csv("../there.csv")));
    }

    @Test
    void aMissingFileIsAWarning() {
        assertEquals(List.of("there is no file 'there.csv' in the project; put it there, or change 'file' of data"),
                messages("there.csv"));
        assertTrue(files.problems(csv("there.csv")).stream().noneMatch(Problem::isError));
    }

    @Test
    void aFolderIsNoFile() {
        assertEquals(List.of("'../nets' is a folder; change 'file' of data to a file"), messages("../nets"));
    }

    @Test
    void whatLiesOutsideIsNotLookedAt() {
        for (String file : List.of("../../outside.csv", "../../gone.csv", temp.resolve("gone.csv").toString(),
                "//server/share/x.csv", "\0", "../..", "..")) {
            assertEquals(List.of(), files.inside(csv(file)), file);
            assertEquals(List.of(), messages(file), file);
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Files.createSymbolicLink(project.resolve("nets/link"), temp);
        Files.createSymbolicLink(project.resolve("nets/link.csv"), temp.resolve("gone.csv"));
        assertEquals(List.of(), files.inside(csv("link/gone.csv")));
        assertEquals(List.of(), files.inside(csv("link.csv")));
    }

    @Test
    void onlySettingsOfTheChosenSourceNameFiles() {
        Json.Obj circle = Json.object().put("source", "circle").put("file", "gone.csv").build();
        assertEquals(List.of(), files.problems(circle));
        assertEquals(List.of(), DataFiles.NONE.problems(csv("gone.csv")));
    }
}
