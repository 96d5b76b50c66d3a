package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDataTest {
    private static final String GOOD = "a,b,label\n" + "1,2,0\n3,4,1\n".repeat(20);

    @TempDir
    Path temp;

    private void refused(String rows, String... words) throws Exception {
        Path net = Networks.table(temp, rows);
        Path out = temp.resolve("run");
        Cli.run("train", net, "--out", out).refused(2, words);
        assertEquals(rows, Files.readString(temp.resolve("table.csv")));
        assertTrue(Files.notExists(out));
    }

    @Test
    void aMissingFile() throws Exception {
        Path net = Networks.table(temp, GOOD);
        Files.delete(temp.resolve("table.csv"));
        Cli.run("train", net).refused(2, "table.csv", "--set data.file=");
        Json.Obj error = Cli.run("train", net, "--json").json().object("error");
        assertEquals("table.csv", error.text("file", null));
        assertTrue(error.get("line") instanceof Json.Null);
    }

    @Test
    void aNumberThatIsNone() throws Exception {
        refused(GOOD.replaceFirst("3,4", "3,NaN"), "table.csv:3", "NaN");
        refused(GOOD.replaceFirst("3,4", "3,four"), "table.csv:3", "four");
    }

    @Test
    void aShortRow() throws Exception {
        refused(GOOD.replaceFirst("3,4,1", "3,4"), "table.csv:3");
    }

    @Test
    void anEmptyFile() throws Exception {
        refused("", "table.csv", "empty");
    }

    @Test
    void aMissingLabelColumn() throws Exception {
        refused(GOOD.replace("label", "lable"), "label");
    }

    @Test
    void inputsOfAnotherShapeNameBothShapes() throws Exception {
        refused("a,b,c,label\n" + "1,2,3,0\n3,4,5,1\n".repeat(20), "node in", "[2]", "[3]", "nodes.in.shape",
                "from the columns 'a', 'b', 'c'", "data.columns");
    }

    @Test
    void threeClassesForOneSigmoidUnit() throws Exception {
        refused("a,b,label\n" + "1,2,x\n3,4,y\n5,6,z\n".repeat(20), "node out", "3 classes", "Softmax",
                "in the column 'label'");
    }

    @Test
    void moreClassesThanUnits() throws Exception {
        Files.writeString(temp.resolve("table.csv"), "a,b,label\n" + "1,2,x\n3,4,y\n5,6,z\n".repeat(20));
        Path net = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [2]},
                 {"id": "two", "layer": "Dense", "from": ["in"], "units": 2},
                 {"id": "out", "layer": "Softmax", "from": ["two"]}],
                 "losses": [{"node": "out", "loss": "categorical-cross-entropy"}],
                 "data": {"source": "csv", "file": "table.csv", "label": "label"}}""");
        Cli.run("train", net).refused(2, "node out", "2 units", "3 classes");
    }

    @Test
    void numbersForALossOverClasses() throws Exception {
        refused("a,b,label\n" + "1,2,0.5\n3,4,1.5\n".repeat(20), "node out", "[0, 1]", "1.5");
    }

    @Test
    void wrongKindOfFile() throws Exception {
        Files.write(temp.resolve("bytes"), new byte[] {0, 0, 8, 1, 0, 0, 0, 9, 1});
        Path net = Networks.table(temp, GOOD);
        Cli.run("train", net, "--set", "data.file=" + temp.resolve("bytes")).refused(2, "bytes");
        Path idx = Networks.xor(temp, "{\"source\": \"xor\", \"points\": 200,",
                "{\"source\": \"idx\", \"images\": \"table.csv\", \"labels\": \"bytes\",");
        Cli.run("train", idx).refused(2, "bytes");
    }
}
