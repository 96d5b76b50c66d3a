package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadNetworkTest {
    @TempDir
    Path temp;

    /** Both commands refuse the file with one message, and leave it as it was. */
    private void unreadable(byte[] content, String... words) throws Exception {
        Path file = temp.resolve("bad.headwater");
        Files.write(file, content);
        Cli.run("train", file, "--out", temp.resolve("run")).refused(2, words).refused(2, "bad.headwater");
        Cli.run("check", file).refused(2, words);
        Json.Obj error = Cli.run("check", file, "--json").json().object("error");
        assertEquals(file.toString(), error.text("file", null));
        assertArrayEquals(content, Files.readAllBytes(file));
        assertTrue(Files.notExists(temp.resolve("run")));
    }

    private void unreadable(String content, String... words) throws Exception {
        unreadable(content.getBytes(StandardCharsets.UTF_8), words);
    }

    @Test
    void anEmptyFile() throws Exception {
        unreadable("", "empty");
    }

    @Test
    void aTruncatedFile() throws Exception {
        unreadable(Networks.XOR.substring(0, 200), ":5:");
    }

    @Test
    void textThatIsNoJson() throws Exception {
        unreadable("hello world\n", ":1:1: ");
    }

    @Test
    void aList() throws Exception {
        unreadable("[1,2,3]", "list");
    }

    @Test
    void aHundredThousandBrackets() throws Exception {
        unreadable("[".repeat(100_000), ":1:");
    }

    @Test
    void binaryContent() throws Exception {
        unreadable(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 3}, "bad.headwater");
    }

    @Test
    void duplicateKeys() throws Exception {
        unreadable(Networks.XOR.replace("\"batch\": 16", "\"batch\": 16, \"batch\": 32"), ":8:", "batch");
    }

    @Test
    void aNewerFormat() throws Exception {
        unreadable(Networks.XOR.replace("\"headwater\": 1", "\"headwater\": 2"), ":1:", "format 2");
    }

    @Test
    void aMissingFileAndAFolder() {
        Cli.run("train", temp.resolve("none.headwater")).refused(2, "none.headwater");
        Cli.run("check", temp).refused(2, temp.toString());
    }

    @Test
    void aByteOrderMarkIsWarnedOfAndReadAllTheSame() throws Exception {
        Path file = temp.resolve("bom.headwater");
        Files.writeString(file, "\uFEFF" + Networks.XOR);
        Cli cli = Cli.run("check", file).ok();
        assertTrue(cli.out().contains("byte order mark"), cli.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "layer": "Dense", "from": ["in"]     | "layer": "Dens", "from": ["in"]            | hidden | Dense
            "activation": "tanh"                 | "activation": "tan"                        | hidden | tanh
            "units": 4                           | "units": 0                                 | hidden | units
            "units": 4                           | "units": "four"                            | hidden | units
            "from": ["in"]                       | "from": ["out"]                            | hidden | circle
            "from": ["in"]                       | "from": ["inn"]                            | hidden | 'in'
            "id": "hidden", "layer"              | "layer"                                    | -      | "id"
            "id": "hidden"                       | "id": "in"                                 | in     | twice
            "id": "hidden"                       | "id": "hid den"                            | hid den| letters
            "loss": "binary-cross-entropy"       | "loss": "binary-cross"                     | out    | binary-cross-entropy
            "loss": "binary-cross-entropy"       | "loss": "categorical-cross-entropy"        | out    | units
            "node": "out"                        | "node": "outt"                             | -      | out
            "learningRate": 0.01                 | "learningRate": -1                         | -      | learningRate
            "batch": 16                          | "batch": 0                                 | -      | batch
            "source": "xor"                      | "source": "xorr"                           | -      | xor
            "points": 200                        | "points": -200                             | -      | points
            """)
    void aMistakeInTheDesignIsNamedWithItsPlace(String old, String changed, String node, String word) throws Exception {
        Path file = Networks.xor(temp, old.strip(), changed.strip());
        Cli.run("train", file, "--out", temp.resolve("run")).refused(2, word.strip());
        Cli checked = Cli.run("check", file, "--json");
        assertEquals(1, checked.code(), checked.out());
        Json.Obj first = (Json.Obj) checked.json().items("problems").stream()
                .filter(problem -> ((Json.Obj) problem).text("severity", "").equals("error")).findFirst().orElseThrow();
        assertTrue(first.whole("line", 0) > 0 && first.whole("column", 0) > 0, checked.out());
        if (!node.equals("-")) {
            assertTrue(first.text("node", "").matches("in|hidden|out|hid den"), checked.out());
        }
        assertTrue(Files.notExists(temp.resolve("run")));
    }

    @Test
    void shapesThatDoNotFitNameBothNodes() throws Exception {
        Path file = Networks.xor(temp, "\"losses\"", "\"unused\": 1, \"losses\"");
        String text = Files.readString(file).replace("\"activation\": \"sigmoid\"}]", "\"activation\": \"sigmoid\"},"
                + " {\"id\": \"sum\", \"layer\": \"Add\", \"from\": [\"in\", \"hidden\"]}]");
        Files.writeString(file, text);
        Cli.run("train", file).refused(2, "[2]", "[4]", "in", "hidden");
    }

    @Test
    void aNetworkWithoutDataCanBeCheckedButNotTrained() throws Exception {
        Path file = Networks.xor(temp,
                "\"data\": {\"source\": \"xor\", \"points\": 200, \"split\": {\"validation\": 0.25}},", "");
        Cli.run("train", file).refused(2, "data");
        assertTrue(Cli.run("check", file).ok().out().contains("warning"));
    }

    @Test
    void anUnknownPathNamesTheNearest() throws Exception {
        Path file = Networks.xor(temp);
        Cli.run("train", file, "--set", "recipe.optimizer.learningrate=1").refused(2, "learningRate");
        Cli.run("train", file, "--set", "nodes.hiden.units=1").refused(2, "hidden");
        Cli.run("check", file, "--set", "nonsense").refused(2, "PATH=VALUE");
        Cli.run("check", file, "--set", "data.file=x").refused(2, "data.file");
    }
}
