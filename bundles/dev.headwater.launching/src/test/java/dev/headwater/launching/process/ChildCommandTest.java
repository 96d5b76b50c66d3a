package dev.headwater.launching.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.launching.runtime.JavaRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCommandTest {
    private static final Path STRANGE = Path.of("/w ü/漢字 #1 100%/p").toAbsolutePath();
    private static final Path NETWORK = STRANGE.resolve("my net.headwater");
    private static final Path FOLDER = STRANGE.resolve("runs/my-net-20260101-000000");

    @TempDir
    private Path temporary;

    private static ChildCommand command(int java, List<Path> classPath, String... overrides) {
        return new ChildCommand(new JavaRuntime(Path.of("/jdk"), java, java + ".0.1"), classPath, new Memory(512, 256),
                NETWORK, FOLDER, List.of(overrides));
    }

    @Test
    void pathsWithStrangeCharactersAreWordsAsTheyAre() {
        List<String> words = command(21, List.of(), "data.file=a b.csv", "recipe.epochs=3").words();
        int main = words.indexOf("dev.headwater.trainer.Main");
        assertEquals(List.of("train", NETWORK.toString(), "--lifeline", "--out", FOLDER.toString(), "--set",
                "data.file=a b.csv", "--set", "recipe.epochs=3"), words.subList(main + 1, words.size()));
    }

    @Test
    void thePercentSignOfAFolderIsDoubledWhereTheJvmReadsAPattern() {
        String expected = "-XX:ErrorFile=" + FOLDER.toString().replace("%", "%%") + File.separator
                + "hs_err_pid%p.log";
        assertTrue(command(21, List.of()).words().contains(expected));
    }

    @Test
    void memoryIsLimitedInsideAndOutsideTheHeap() {
        List<String> words = command(21, List.of()).words();
        assertTrue(words.containsAll(List.of("-Xmx512m", "-Dorg.bytedeco.javacpp.maxbytes=256m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=1792m")), words.toString());
    }

    @Test
    void onlyAJavaThatKnowsTheOptionGetsIt() {
        assertFalse(command(21, List.of()).words().contains("--sun-misc-unsafe-memory-access=allow"));
        assertTrue(command(23, List.of()).words().contains("--sun-misc-unsafe-memory-access=allow"));
    }

    @Test
    void theClassPathGoesByEnvironmentWhateverItContains() throws IOException {
        Path jar = Files.createFile(Files.createDirectories(temporary.resolve("a ü 漢字 #1 100%")).resolve("x y.jar"));
        assertEquals(jar + File.pathSeparator + temporary,
                command(21, List.of(jar, temporary)).environment().get("CLASSPATH"));
        assertEquals("1", command(21, List.of()).environment().get("OMP_NUM_THREADS"));
    }

    @Test
    void aForcedKernelIsHeededUnlessItIsToBeIgnored() throws IOException {
        Map<String, String> inherited = new HashMap<>(Map.of("OPENBLAS_CORETYPE", "Haswell", "HOME", "/home"));
        command(21, List.of()).change(inherited, false);
        assertEquals("Haswell", inherited.get("OPENBLAS_CORETYPE"));
        command(21, List.of()).change(inherited, true);
        assertEquals(Set.of("HOME", "CLASSPATH", "OMP_NUM_THREADS"), inherited.keySet());
    }

    @Test
    void aPathWithTheSeparatorInItIsRefusedInOneSentence() {
        Path jar = Path.of("/opt/a" + File.pathSeparator + "b/x.jar");
        IOException refusal = assertThrows(IOException.class, () -> command(21, List.of(jar)).environment());
        assertTrue(refusal.getMessage().contains("move the installation to another folder"), refusal.getMessage());
    }

    @Test
    void aJarThatIsGoneIsRefusedInOneSentence() {
        Path jar = temporary.resolve("gone.jar");
        IOException refusal = assertThrows(IOException.class, () -> command(21, List.of(jar)).environment());
        assertEquals(jar + " is missing: install Headwater anew", refusal.getMessage());
    }
}
