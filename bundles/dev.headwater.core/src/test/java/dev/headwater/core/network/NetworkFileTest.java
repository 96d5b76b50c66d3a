package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                            | 1:1 error: is empty
            {"headwater": 1, "nodes": [   | 1:28 error: the file ends in the middle of a value: it seems to be cut off
            layers: 3                     | 1:1 error: the word 'layers' is not JSON; a text needs double quotes
            [1,2,3]                       \
            | 1:1 error: a network is an object that begins with {"headwater": 1, this file holds a list
            "x"                           \
            | 1:1 error: a network is an object that begins with {"headwater": 1, this file holds a text
            {"nodes": []}                 | 1:1 error: this is not a network file: it lacks "headwater": 1
            {"headwater": 2, "nodes": []} \
            | 1:15 error: the file has format 2, this version of Headwater reads format 1; use a newer version
            {"headwater": "1"}            | 1:15 error: "headwater" must be the version of the format, 1, was '1'
            {"headwater": 0}              | 1:15 error: "headwater" must be the version of the format, 1, was 0
            {"headwater": 1}              | 1:1 error: the network has no "nodes": add the list of its layers
            {"headwater": 1, "headwater": 1} \
            | 1:18 error: the name 'headwater' stands twice in this object, first on line 1; remove one
            """)
    void whatIsNoNetworkIsOneErrorAtItsPlace(String text, String problem) {
        NetworkFile.Parsed parsed = Designs.parse(text);
        assertNull(parsed.network());
        assertEquals(List.of(problem), parsed.problems().stream().map(Designs::line).toList());
        assertTrue(parsed.hasErrors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "nodes": {}                              | 1:39 error: "nodes" must be a list of nodes, was an object
            "nodes": [7]                             \
            | 1:40 error: a node must be an object such as {"id": "dense1", "layer": "Dense", …}, was a number
            "nodes": [{"id": 5}]                     | 1:47 error: 'id' must be a text, was 5
            "nodes": [{"id": "a", "layer": []}]      | 1:61 [a] error: 'layer' must be a text, was []
            "nodes": [{"id": "a", "layer": "Add", "block": "b"}] \
            | 1:52 [a] error: a node is a "layer" or a "block", this one says both; remove one
            "nodes": [{"id": "a", "layer": "Add", "from": [1]}]  \
            | 1:77 [a] error: 'from' must be a list of node ids, found 1
            "nodes": [{"id": "a", "block": "b", "repeat": 1.5}]  \
            | 1:76 [a] error: 'repeat' must be a whole number, was 1.5
            "nodes": [], "blocks": []                | 1:53 error: "blocks" must be an object, was a list
            "nodes": [], "blocks": {"b": 1}          | 1:59 error: the block 'b' must be an object, was a number
            "nodes": [], "blocks": {"b": {}}         | 1:59 [b] error: the block 'b' has no "nodes"
            "nodes": [], "blocks": {"b": {"nodes": [], "out": 1}} | 1:80 [b] error: 'out' must be a text, was 1
            "nodes": [], "losses": {}                \
            | 1:53 error: "losses" must be a list such as [{"node": "out", "loss": "mean-squared-error"}], was an object
            "nodes": [], "losses": [1]               \
            | 1:54 error: a loss must be an object such as {"node": "out", "loss": "mean-squared-error"}, was a number
            "nodes": [], "recipe": 1                 | 1:53 error: "recipe" must be an object, was a number
            "nodes": [], "diagram": []               | 1:54 error: "diagram" must be an object, was a list
            """)
    void membersOfTheWrongTypeAreOneErrorEach(String members, String problem) {
        NetworkFile.Parsed parsed = Designs.parse("{\"headwater\": 1, \"data\": {}, " + members + "}");
        assertNull(parsed.network());
        assertEquals(List.of(problem),
                parsed.problems().stream().map(Designs::line).toList());
    }

    @Test
    void wrongLossesAndRecipesAreReportedAndTheDesignIsThereAllTheSame() {
        NetworkFile.Parsed parsed = Designs.parse("""
                {"headwater": 1, "nodes": [], "data": {},
                 "losses": [{"node": "out", "loss": "binary-crossentropy"}],
                 "recipe": {"optimizer": {"kind": "adam", "learningRate": 0}, "batch": 0, "epocs": 3,
                  "optimiser": "sgd"}}""");
        assertEquals(List.of(
                "2:37 [out] error: unknown loss 'binary-crossentropy'; did you mean 'binary-cross-entropy'?",
                "3:59 error: 'learningRate' of adam must be greater than 0, was 0",
                "3:72 error: 'batch' of recipe must be in [1, 16777216], was 0",
                "3:75 warning: unknown setting 'epocs' of recipe has no effect; did you mean 'epochs'?",
                "4:3 warning: unknown setting 'optimiser' of recipe has no effect; did you mean 'optimizer'?"),
                parsed.problems().stream().map(Designs::line).toList());
        assertNotNull(parsed.network());
        assertEquals(Recipe.byDefault(), parsed.network().recipe());
        assertNull(parsed.network().losses().get(0).loss());
    }

    @Test
    void byteOrderMarkIsAWarning() {
        List<String> problems = Designs.problems("\uFEFF" + Designs.RICH);
        assertEquals(List.of("1:1 warning: the file begins with a byte order mark, which is ignored; save it as UTF-8 "
                + "without one"), problems);
    }

    @Test
    void binaryAndDeepFilesAreOneError() {
        assertEquals(List.of("1:201 error: lists and objects nest more than 200 deep here"),
                Designs.problems("[".repeat(100_000)));
        NetworkFile.Parsed png = NetworkFile.read("x", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        assertEquals("1:1 error: is not JSON text: the byte 0x89 here is not UTF-8", Designs.line(png.problems().get(
                0)));
    }

    @Test
    void filesAreReadFromDisk() throws Exception {
        Path file = Files.writeString(folder.resolve("ä b.headwater"), Designs.RICH, StandardCharsets.UTF_8);
        NetworkFile.Parsed parsed = NetworkFile.read(file);
        assertEquals(Designs.parse(Designs.RICH).network(), parsed.network());
        assertEquals(file.toString(), parsed.name());
        NetworkFile.Parsed missing = NetworkFile.read(folder.resolve("no.headwater"));
        assertNull(missing.network());
        assertEquals("0:0 error: does not exist", Designs.line(missing.problems().get(0)));
    }

    @Test
    void missingDataIsAWarning() {
        assertTrue(Designs.problems("{\"headwater\": 1, \"nodes\": []}").get(0)
                .endsWith("warning: the network names no \"data\": it can be checked but not trained"));
    }
}
