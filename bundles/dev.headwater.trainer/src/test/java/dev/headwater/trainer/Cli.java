package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.training.Stop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What one command did.
 *
 * @param code its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record Cli(int code, String out, String err) {
    /** Runs a command in this process. */
    static Cli run(Object... args) {
        return run(new Stop(), args);
    }

    static Cli run(Stop stop, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, Screen.of(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)), stop);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Makes sure that it ended well. */
    Cli ok() {
        assertEquals(0, code, () -> out + err);
        return this;
    }

    /** The one object on standard output, which holds nothing else. */
    Json.Obj json() {
        try {
            assertEquals(1, out.lines().count(), out);
            return (Json.Obj) JsonReader.read("standard output", out.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new AssertionError(out, e);
        }
    }

    /** Makes sure that it was refused with this exit code and one message, in which all these words stand. */
    Cli refused(int exitCode, String... words) {
        assertEquals(exitCode, code, () -> out + err);
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("headwater: "), err);
        assertFalse(err.contains("Exception") || err.contains("\tat "), err);
        for (String word : words) {
            assertTrue(err.contains(word), () -> "'" + word + "' is missing in: " + err);
        }
        return this;
    }

    /** The top of the checkout. */
    static Path root() {
        String said = System.getProperty("headwater.root");
        Path root = said != null ? Path.of(said) : Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("bundles/dev.headwater.examples"))) {
            root = root.getParent();
        }
        return root;
    }

    /** An example network that ships with the product. */
    static Path example(String name) {
        return root().resolve("bundles/dev.headwater.examples/examples/" + name + ".headwater");
    }
}
