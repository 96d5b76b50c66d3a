package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvProblemsTest {
    private static final Csv TABLE = Csv.of("t.csv", "y");

    @TempDir
    private Path folder;

    private DataException problem(Csv csv, String text, String... parts) {
        Origin origin = DataFiles.write(folder, "t.csv", text);
        DataException e = refused(() -> csv.load(origin), parts);
        assertEquals("t.csv", e.file());
        return e;
    }

    @Test
    void aMissingFileNamesThePathTriedAndTheWayOut() {
        DataException e = refused(() -> Csv.of("no/such.csv", "y").load(new Origin(folder, 1)), "'no/such.csv'",
                folder.resolve("no").resolve("such.csv").toString(), "relative to the network file",
                "--set data.file=FILE");
        assertEquals("no/such.csv", e.file());
        assertEquals(-1, e.line());
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("t.csv"));
        refused(() -> TABLE.load(new Origin(folder, 1)), "is a folder", "--set data.file=FILE");
        refused(() -> Csv.of("a\0b", "y").load(new Origin(folder, 1)), "cannot be the name of a file");
        refused(() -> Csv.of(" ", "y").load(new Origin(folder, 1)), "names no file");
    }

    @Test
    void emptyFilesAndLoneHeadersAreRefused() {
        problem(TABLE, "", "is empty");
        problem(TABLE, "\n\n\n", "holds no line");
        assertEquals(2, problem(TABLE, "\nx,y\n", "only a header").line());
    }

    @Test
    void binaryFilesAreRefused() {
        problem(TABLE, "PK\u0003\u0004\0\0\0", "is not a table of text", "data.file");
    }

    @Test
    void aMissingLabelColumnListsTheColumnsAndTheNearest() {
        assertEquals(1, problem(Csv.of("t.csv", "lable"), "x1,label\n1,0\n", "data.label", "'lable'",
                "did you mean 'label'?", "'x1', 'label'").line());
        problem(new Csv("t.csv", "3", false, null, ",", Task.AUTO), "1,0\n2,1\n", "'3'", "numbered from 1 to 2");
    }

    @Test
    void theUsualReasonsForAMissingColumnAreNamed() {
        problem(TABLE, "0.5,1\n0.25,0\n", "\"header\": false");
        problem(TABLE, "x;y\n1;0\n", "\"delimiter\": \";\"");
        problem(TABLE, "x\ty\n1\t0\n", "\"delimiter\": \"tab\"");
    }

    @Test
    void doubledAndNamelessColumnsAreRefused() {
        problem(TABLE, "x,y,x\n1,0,2\n", "columns 1 and 3 are both named 'x'");
        problem(TABLE, ",x,y\n0,1,0\n", "column 1 has no name");
        problem(TABLE, "y\n1\n0\n", "no column left for inputs");
        problem(new Csv("t.csv", "y", true, List.of("x", "y"), ",", Task.AUTO), "x,y\n1,0\n",
                "'y' cannot be an input and the label");
    }

    @Test
    void raggedLinesAreNamed() {
        DataException e = problem(TABLE, "x,y\n1,0\n\n2\n", "has 1 column", "the first line has 2");
        assertEquals(4, e.line());
        assertEquals("t.csv:4: " + e.getMessage(), e.toString());
        problem(TABLE, "x,y\n1,0,5\n", "has 3 columns");
    }

    @Test
    void cellsThatAreNoNumbersNameLineColumnAndValue() {
        DataException e = problem(TABLE, "x1,x2,y\n1,2,0\n1,abc,1\n", "column 'x2' holds 'abc', not a number",
                "data.columns");
        assertEquals(3, e.line());
        assertEquals(2, e.column());
        problem(TABLE, "x,y\n,0\n", "''", "no value");
        problem(TABLE, "x,y\nNA,0\n", "no value");
        problem(TABLE, "x,y\nNaN,0\n", "not a finite number");
        problem(TABLE, "x,y\n-Infinity,0\n", "not a finite number");
        problem(TABLE, "x,y\n1e39,0\n", "too large for 32 bits");
        problem(TABLE, "x,y\n\"1,5\",0\n", "decimal comma");
        for (String odd : List.of("1f", "0x1p3", "1d", "1 000", "١", ".", "e5", "1e", "--1", "1.2.3", "+")) {
            problem(TABLE, "x,y\n" + odd + ",0\n", "not a number");
        }
        problem(new Csv("t.csv", "2", false, null, ",", Task.AUTO), "x,y\n1,0\n", "\"header\": true");
    }

    @Test
    void longAndControlCharactersDoNotReachTheMessage() {
        DataException e = problem(TABLE, "x,y\n\"\u001b[31m\n" + "z".repeat(5000) + "\",0\n", "not a number");
        assertTrue(e.getMessage().length() < 300 && e.getMessage().chars().noneMatch(Character::isISOControl));
    }

    @Test
    void enormousCellsAndOpenQuotesAreRefusedBeforeTheyFillTheMemory() {
        assertEquals(3, problem(TABLE, "x,y\n1,0\n" + "1".repeat(1_000_001) + ",0\n", "can be read beyond here",
                "1000000 characters").line());
        problem(TABLE, "x,y\n1,0\n\"" + "1,0\n".repeat(5_000_000), "quote");
    }

    @Test
    void labelsThatCannotBeTaughtAreRefused() {
        assertEquals(3, problem(TABLE, "x,y\n1,0\n1,\n", "column 'y' holds no label").line());
        problem(TABLE, "x,y\n1,cat\n2,cat\n", "only the label 'cat'", "nothing to tell apart");
        assertEquals(3, problem(new Csv("t.csv", "y", true, null, ",", Task.REGRESSION), "x,y\n1,5\n1,cat\n",
                "'cat', not a number", "\"task\": \"classification\"").line());
        StringBuilder table = new StringBuilder("x,y\n");
        for (int i = 0; i < 1001; i++) {
            table.append("1,id").append(i).append('\n');
        }
        problem(TABLE, table.toString(), "more than 1000 different labels", "\"task\": \"classification\"");
    }

    @Test
    void splitColumnsHoldOnlyTheThreeWords() {
        DataException e = problem(TABLE, "x,split,y\n1,train,0\n1,later,1\n", "column 'split' holds 'later'",
                "train, validation or test");
        assertEquals(3, e.line());
        Origin origin = new Origin(folder, 1, new ColumnSplit("fold"));
        refused(() -> TABLE.load(origin), "data.split.column", "'fold'", "does not exist");
    }

    @Test
    void damagedGzipIsRefused() {
        byte[] packed = DataFiles.gzip("x,y\n1,0\n2,1\n".repeat(100).getBytes());
        Origin origin = DataFiles.write(folder, "t.csv", Arrays.copyOf(packed, packed.length / 2));
        refused(() -> TABLE.load(origin), "cannot read", "fetch it again");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Csv("t.csv", "y", true, null, ",,", Task.AUTO));
        assertThrows(IllegalArgumentException.class, () -> new Csv("t.csv", "y", true, null, "\n", Task.AUTO));
        assertThrows(IllegalArgumentException.class, () -> new Csv("t.csv", "y", true, null, "1", Task.AUTO));
        assertThrows(IllegalArgumentException.class, () -> new Csv("t.csv", "y", true, List.of(), ",", Task.AUTO));
        assertThrows(IllegalArgumentException.class,
                () -> new Csv("t.csv", "y", true, List.of("a", "a"), ",", Task.AUTO));
    }
}
