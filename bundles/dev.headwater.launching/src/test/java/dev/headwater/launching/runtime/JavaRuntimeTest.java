package dev.headwater.launching.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    @TempDir
    private Path home;

    private static int feature(String release) {
        return JavaRuntime.parse(Path.of("x"), release).map(JavaRuntime::feature).orElse(0);
    }

    private void runtime(String release) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Files.createFile(Files.createDirectories(home.resolve("bin")).resolve(windows ? "java.exe" : "java"));
        Files.writeString(home.resolve("release"), release);
    }

    @Test
    void versionsOfAllAgesAreUnderstood() {
        assertEquals(21, feature("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.5\"\n"));
        assertEquals(25, feature("JAVA_VERSION=\"25\""));
        assertEquals(26, feature("JAVA_VERSION=\"26-ea\""));
        assertEquals(8, feature("JAVA_VERSION=\"1.8.0_402\""));
        assertEquals(17, feature("JAVA_VERSION=17.0.1"));
        assertEquals(0, feature("JAVA_RUNTIME_VERSION=\"21\""));
        assertEquals(0, feature(""));
    }

    @Test
    void theRuntimeOfThisTestFits() throws NoJavaRuntime {
        assertTrue(JavaRuntime.own().fits());
        assertEquals(JavaRuntime.own(), JavaRuntimes.choose(""));
        assertEquals(JavaRuntime.own(), JavaRuntimes.found().getFirst());
    }

    @Test
    void aChosenRuntimeIsTaken() throws Exception {
        runtime("JAVA_VERSION=\"22.0.1\"");
        assertEquals(new JavaRuntime(home, 22, "22.0.1"), JavaRuntimes.choose(" " + home + " "));
    }

    @Test
    void aChosenRuntimeThatIsTooOldIsRefusedInOneSentence() throws IOException {
        runtime("JAVA_VERSION=\"17.0.9\"");
        String message = assertThrows(NoJavaRuntime.class, () -> JavaRuntimes.choose(home.toString())).getMessage();
        assertEquals(home + " is Java 17.0.9, training needs Java 21 or newer: choose another on the Runtime tab",
                message);
    }

    @Test
    void aFolderWithoutARuntimeIsRefusedInOneSentence() {
        String message = assertThrows(NoJavaRuntime.class, () -> JavaRuntimes.choose(home.toString())).getMessage();
        assertTrue(message.startsWith(home + " is not the folder of a Java runtime"), message);
        assertThrows(NoJavaRuntime.class, () -> JavaRuntimes.choose("\0"));
    }
}
