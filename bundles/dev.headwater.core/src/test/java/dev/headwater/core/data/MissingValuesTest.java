package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MissingValuesTest {
    private static final String TABLE = """
            x,z,split,y
            1,10,train,a
            ,20,train,b
            3,NA,train,a
            100,?,validation,b
            """;

    @TempDir
    private Path folder;

    private TrainingData prepare(Missing missing, String text) throws DataException {
        Csv csv = new Csv("t.csv", "y", true, null, ",", Task.AUTO, missing);
        return new DataSpec(csv, new UnsaidSplit(), false, true).prepare(DataFiles.write(folder, "t.csv", text));
    }

    @Test
    void theyAreAMistakeUnlessSomethingElseIsSaid() {
        DataException e = refused(() -> prepare(Missing.ERROR, TABLE), "column 'x'", "no value", "data.missing");
        assertEquals(3, e.line());
        assertEquals(1, e.column());
        assertEquals("t.csv", e.file());
    }

    @Test
    void theirRowsCanBeDropped() throws DataException {
        TrainingData data = prepare(Missing.DROP, TABLE + "5,6,validation,b\n7,8,train,\n");
        assertArrayEquals(new float[] {1, 10, 5, 6}, data.data().inputs(), "a row without label goes too");
        assertEquals(1, data.parts().validation().get(0));
    }

    @Test
    void theyCanBecomeTheMeanOfTheTrainingPart() throws DataException {
        TrainingData data = prepare(Missing.MEAN, TABLE);
        assertArrayEquals(new float[] {1, 10, 2, 20, 3, 15, 100, 15}, data.data().inputs());
    }

    @Test
    void whatIsScaledIsFilledFirst() throws DataException {
        Csv csv = new Csv("t.csv", "y", true, List.of("x"), ",", Task.AUTO, Missing.MEAN);
        TrainingData data = new DataSpec(csv, new UnsaidSplit(), true, true).prepare(DataFiles.write(folder, "t.csv",
                TABLE));
        assertEquals(List.of(2.0), data.standardization().mean());
        assertEquals(0f, data.data().input(1, 0));
    }

    @Test
    void aColumnWithoutAnyValueCannotBeFilled() {
        refused(() -> prepare(Missing.MEAN, "x,z,split,y\n1,,train,a\n2,,train,b\n3,4,validation,a\n"), "column 'z'",
                "t.csv", "no value in any row of the training part", "data.columns");
        refused(() -> prepare(Missing.DROP, "x,z,y\n1,,a\n2,,b\n"), "no row without a missing value", "data.missing");
    }

    @Test
    void otherMistakesStayMistakes() {
        refused(() -> prepare(Missing.MEAN, "x,y\n1,a\ntwo,b\n"), "column 'x'", "'two'", "not a number");
        refused(() -> prepare(Missing.DROP, "x,y\n1,a\ninf,b\n"), "not a finite number");
        refused(() -> prepare(Missing.MEAN, "x,y\n1,a\n2,\n"), "no label");
    }

    @Test
    void dataWithoutGapsStayAsTheyAre() throws DataException {
        Dataset whole = new Circle(100, 0.1, 0.8, OptionalInt.of(1)).load(new Origin(folder, 1));
        assertSame(whole, Gaps.fill(whole, Rows.range(0, 50)));
    }
}
