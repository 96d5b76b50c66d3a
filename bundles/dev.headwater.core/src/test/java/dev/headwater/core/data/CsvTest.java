package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvTest {
    private static final String CIRCLE = """
            x1,x2,label,split
            0.9278774778828034,-0.045217306252341896,1,train
            -0.5430318242007203,-7.5E-1,0,train
            1,+2.,1,validation
            .5,-0,0,test
            """;

    @TempDir
    private Path folder;

    private Dataset load(Csv csv, String text) throws DataException {
        return csv.load(DataFiles.write(folder, csv.file(), text));
    }

    @Test
    void headerLabelAndSplitColumnsAreFound() throws DataException {
        Dataset data = load(Csv.of("circle.csv", "label"), CIRCLE);
        assertEquals(4, data.rows());
        assertEquals(Shape.of(2), data.inputShape());
        assertEquals(List.of("0", "1"), data.classes());
        assertArrayEquals(new float[] {0.9278774778828034f, -0.045217306252341896f, -0.5430318242007203f, -0.75f, 1, 2,
                .5f, -0f}, data.inputs());
        assertEquals(List.of(1f, 0f, 1f, 0f), List.of(data.target(0, 0), data.target(1, 0), data.target(2, 0),
                data.target(3, 0)));
        assertEquals(List.of(Part.TRAIN, Part.TRAIN, Part.VALIDATION, Part.TEST),
                List.of(data.part(0), data.part(1), data.part(2), data.part(3)));
        assertEquals("4 rows of circle.csv", data.description());
    }

    @Test
    void windowsLinesByteOrderMarkAndGzipGiveTheSameData() throws DataException {
        String hash = load(Csv.of("a.csv", "label"), CIRCLE).hash();
        assertEquals(hash, load(Csv.of("b.csv", "label"), "\uFEFF" + CIRCLE.replace("\n", "\r\n")).hash());
        byte[] packed = DataFiles.gzip(CIRCLE.getBytes(StandardCharsets.UTF_8));
        assertEquals(hash, Csv.of("c", "label").load(DataFiles.write(folder, "c", packed)).hash());
        byte[] wide = ("\uFEFF" + CIRCLE).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(hash, Csv.of("d", "label").load(DataFiles.write(folder, "d", wide)).hash());
        assertFalse(hash.equals(load(Csv.of("e.csv", "label"), CIRCLE.replace(".5,", ".6,")).hash()));
    }

    @Test
    void withoutHeaderColumnsAreNumbered() throws DataException {
        Csv csv = new Csv("t.csv", "1", false, null, ";", Task.AUTO);
        Dataset data = load(csv, "cat;1;2\ndog;3;4\n");
        assertEquals(List.of("cat", "dog"), data.classes());
        assertArrayEquals(new float[] {1, 2, 3, 4}, data.inputs());
        assertFalse(data.hasParts());
    }

    @Test
    void chosenColumnsAreInputsInTheirOrderAndOthersMayHoldAnything() throws DataException {
        Csv csv = new Csv("t.csv", "y", true, List.of("b", "a"), "tab", Task.AUTO);
        Dataset data = load(csv, "id\ta\tb\ty\n\"one\t\"\"1\"\"\"\t1\t2\t0\nx\t3\t4\t1\n");
        assertArrayEquals(new float[] {2, 1, 4, 3}, data.inputs());
    }

    @Test
    void wholeNumberLabelsAreSortedAsNumbersAndTextsAsTexts() throws DataException {
        assertEquals(List.of("-1", "2", "10"),
                load(Csv.of("n.csv", "y"), "x,y\n1,10\n1,2\n1,-1\n1,2.0\n").classes());
        Dataset texts = load(Csv.of("t.csv", "y"), "x,y\n1,b\n2,10\n3, a \n4,b\n");
        assertEquals(List.of("10", "a", "b"), texts.classes());
        assertEquals(2f, texts.target(0, 0));
        assertEquals(1f, texts.target(2, 0));
    }

    @Test
    void fractionsAreARegressionAndSoIsWhatIsSaidToBeOne() throws DataException {
        Dataset guessed = load(Csv.of("r.csv", "y"), "x,y\n1,10\n2,0.5\n3,10\n");
        assertFalse(guessed.categorical());
        assertEquals(List.of(10f, 0.5f, 10f),
                List.of(guessed.target(0, 0), guessed.target(1, 0), guessed.target(2, 0)));
        Dataset said = load(new Csv("r.csv", "y", true, null, ",", Task.REGRESSION), "x,y\n1,10\n2,20\n");
        assertEquals(20f, said.target(1, 0));
        Dataset classes = load(new Csv("r.csv", "y", true, null, ",", Task.CLASSIFICATION), "x,y\n1,.5\n2,0.25\n");
        assertEquals(List.of(".5", "0.25"), classes.classes());
    }

    @Test
    void moreThanAThousandDifferentWholeNumbersAreARegression() throws DataException {
        StringBuilder table = new StringBuilder("x,y\n");
        for (int i = 0; i < 1000; i++) {
            table.append(i).append(',').append(3 * i).append('\n');
        }
        assertEquals(1000, load(Csv.of("r.csv", "y"), table.toString()).classes().size());
        table.append("1000,5\n1001,7\n");
        Dataset data = load(Csv.of("r.csv", "y"), table.toString());
        assertFalse(data.categorical());
        assertEquals(3f * 999, data.target(999, 0));
        assertEquals(7f, data.target(1001, 0));
    }

    @Test
    void aNumericColumnCalledSplitIsAnInput() throws DataException {
        Dataset data = load(Csv.of("t.csv", "y"), "x,split,y\n1,7,0\n2,8,1\n");
        assertFalse(data.hasParts());
        assertEquals(Shape.of(2), data.inputShape());
    }

    @Test
    void theColumnThatTheSplitNamesIsNoInput() throws DataException {
        Csv csv = Csv.of("t.csv", "y");
        Origin origin = DataFiles.write(folder, "t.csv", "x,fold,y\n1,train,0\n2,val,1\n");
        Dataset data = csv.load(new Origin(origin.base(), 1, new ColumnSplit("fold")));
        assertEquals(Shape.of(1), data.inputShape());
        assertEquals(Part.VALIDATION, data.part(1));
    }

    @Test
    void theLocaleDoesNotMatter() throws DataException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            String hash = load(Csv.of("a.csv", "label"), CIRCLE).hash();
            Locale.setDefault(Locale.GERMANY);
            assertEquals(hash, load(Csv.of("a.csv", "label"), CIRCLE).hash());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tablesLargerThanAnyBufferArriveWhole() throws DataException {
        StringBuilder table = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 60_000; i++) {
            table.append(i).append(',').append(-i).append(',').append(i % 2).append("\n\n");
        }
        Dataset data = load(Csv.of("large.csv", "y"), table.toString());
        assertEquals(60_000, data.rows());
        for (int i = 0; i < data.rows(); i++) {
            assertTrue(data.input(i, 0) == i && data.input(i, 1) == -i && data.target(i, 0) == i % 2, "row " + i);
        }
    }
}
