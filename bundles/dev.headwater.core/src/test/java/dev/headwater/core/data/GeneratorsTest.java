package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Binder;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.json.Json;
import dev.headwater.core.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GeneratorsTest {
    private static final Origin ONE = new Origin(Path.of("."), 1);
    private static final OptionalInt RUN = OptionalInt.empty();

    private static int count(Dataset data, int label) {
        int count = 0;
        for (int row = 0; row < data.rows(); row++) {
            count += data.target(row, 0) == label ? 1 : 0;
        }
        return count;
    }

    private static double radius(Dataset data, int row) {
        return Math.hypot(data.input(row, 0), data.input(row, 1));
    }

    private static DataSource byDefault(String name) {
        return new Binder(DataSources.ALL).bind(DataSources.ALL, Json.of(name), Set.of(), new Complaints());
    }

    @Test
    void everyGeneratorIsItsSeed() throws DataException {
        for (String name : List.of("circle", "blobs", "spirals", "xor")) {
            DataSource source = byDefault(name);
            Dataset data = source.load(ONE);
            assertEquals(1000, data.rows(), name);
            assertEquals(data.hash(), source.load(new Origin(Path.of("elsewhere"), 1)).hash(), name);
            assertNotEquals(data.hash(), source.load(new Origin(Path.of("."), 2)).hash(), name);
            assertEquals("1000 points of the generator " + name, data.description());
        }
    }

    @Test
    void theDataKeepTheirGoldenHashes() throws DataException {
        assertEquals("97e188d1acb63b896a8e756e645055605666689b29ed867497915f50489c9df4",
                byDefault("circle").load(ONE).hash());
        assertEquals("c1482d08e5354aca5a10f9912126756b6995ac2995b4ce1e98151fcf7c533237",
                byDefault("blobs").load(ONE).hash());
        assertEquals("56c959bb0aedd7043fcaebb7ea2e2d1d9d376ba2c1ee6a930a872d9eb35245d8",
                byDefault("spirals").load(ONE).hash());
        assertEquals("823ffc783488740f2c664d2daed38b52e3ec6946baa2f07bfd1e10a5927378c9",
                byDefault("xor").load(ONE).hash());
    }

    @Test
    void aSeedOfItsOwnFixesTheDataForAllRuns() {
        Circle fixed = new Circle(100, 0.1, 0.8, OptionalInt.of(5));
        assertEquals(fixed.load(ONE).hash(), fixed.load(new Origin(Path.of("."), 2)).hash());
        assertEquals(fixed.load(ONE).hash(), new Circle(100, 0.1, 0.8, RUN).load(new Origin(Path.of("."), 5)).hash());
    }

    @Test
    void circlesWithoutNoiseLieOnTheirCircles() {
        Dataset data = new Circle(101, 0, 0.5, RUN).load(ONE);
        assertEquals(50, count(data, 0));
        assertEquals(51, count(data, 1));
        double turning = 0;
        for (int row = 0; row < data.rows(); row++) {
            assertEquals(data.target(row, 0) == 0 ? 1 : 0.5, radius(data, row), 1e-6);
            turning += data.input(row, 0);
        }
        assertEquals(0, turning, 1e-4, "equal angles all around");
    }

    @Test
    void noiseHasItsStandardDeviationAndNoMean() {
        Dataset data = new Xor(100_000, 0.3, RUN).load(ONE);
        double sum = 0;
        double squares = 0;
        double cross = 0;
        for (int row = 0; row < data.rows(); row++) {
            double x = data.input(row, 0);
            double y = data.input(row, 1);
            int cornerX = x > 0 ? 1 : -1; // 1 is more than three deviations from the axis
            int cornerY = y > 0 ? 1 : -1;
            sum += x - cornerX;
            squares += (x - cornerX) * (x - cornerX);
            cross += (x - cornerX) * (y - cornerY);
        }
        assertEquals(0, sum / data.rows(), 0.005);
        assertEquals(0.3, Math.sqrt(squares / data.rows()), 0.005);
        assertEquals(0, cross / data.rows(), 0.002);
    }

    @Test
    void xorIsOneWhereTheSignsDiffer() {
        Dataset data = new Xor(400, 0.1, RUN).load(ONE);
        assertEquals(200, count(data, 1));
        for (int row = 0; row < data.rows(); row++) {
            assertEquals(data.input(row, 0) * data.input(row, 1) < 0 ? 1 : 0, data.target(row, 0));
        }
    }

    @Test
    void spiralsWithoutNoiseFollowTheirFormula() {
        Dataset data = new Spirals(301, 1.5, 3, 0, RUN).load(ONE);
        assertEquals(List.of("0", "1", "2"), data.classes());
        assertEquals(101, count(data, 0));
        assertEquals(100, count(data, 2));
        for (int row = 0; row < data.rows(); row++) {
            double r = radius(data, row);
            double angle = Math.atan2(data.input(row, 1), data.input(row, 0));
            double expected = 2 * Math.PI * (1.5 * r + data.target(row, 0) / 3);
            assertEquals(0, Math.sin((angle - expected) / 2), 1e-4);
        }
    }

    @Test
    void blobsLieAroundTheirCentersInTheBox() {
        Dataset data = new Blobs(30_002, 3, 4, 0.5, RUN).load(ONE);
        assertEquals(Shape.of(4), data.inputShape());
        assertEquals(10_001, count(data, 0));
        assertEquals(10_000, count(data, 2));
        for (int label = 0; label < 3; label++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < data.rows(); row++) {
                if (data.target(row, 0) == label) {
                    sum += data.input(row, 1);
                    squares += data.input(row, 1) * (double) data.input(row, 1);
                }
            }
            double mean = sum / count(data, label);
            assertTrue(Math.abs(mean) <= 10.1);
            assertEquals(0.5, Math.sqrt(squares / count(data, label) - mean * mean), 0.02);
        }
    }

    @Test
    void rowsAreMixed() {
        Dataset data = new Blobs(1000, 2, 2, 1, RUN).load(ONE);
        int changes = 0;
        for (int row = 1; row < data.rows(); row++) {
            changes += data.target(row, 0) == data.target(row - 1, 0) ? 0 : 1;
        }
        assertTrue(changes > 400 && changes < 600, "changes of class along the rows: " + changes);
    }

    @Test
    void tooFewOrTooManyPointsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Blobs(5, 6, 2, 1, RUN));
        assertThrows(IllegalArgumentException.class, () -> new Blobs(10_000_000, 2, 10_000, 1, RUN));
        assertThrows(IllegalArgumentException.class, () -> new Spirals(5, 1, 6, 0, RUN));
    }

    @Test
    void everyCatalogedSourceSaysWhatItIs() {
        assertEquals(List.of("csv", "idx", "numpy", "image-folder", "circle", "blobs", "spirals", "xor", "parity",
                "adding", "multiplication", "temporal-order", "long-lag", "embedded-reber", "copy-memory",
                "mackey-glass", "narma10", "sine"), DataSources.ALL.names());
        for (Entry<DataSource> entry : DataSources.ALL.entries()) {
            assertTrue(!entry.about().isEmpty(), entry.name());
        }
    }
}
