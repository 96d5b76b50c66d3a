package dev.headwater.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLimitsTest {
    @TempDir
    Path folder;

    @Test
    void twoHundredLevelsAreReadAndOneMoreIsRefused() throws JsonException {
        JsonReaderTest.read("[".repeat(200) + "]".repeat(200));
        JsonException e = JsonReaderTest.refused("[".repeat(201) + "]".repeat(201));
        assertEquals("lists and objects nest more than 200 deep here", e.getMessage());
        assertEquals("1:201", e.at().toString());
    }

    @Test
    void aHundredThousandBracketsAreRefusedWithoutOverflow() {
        assertTrue(JsonReaderTest.refused("[".repeat(100_000)).getMessage().contains("200 deep"));
        assertTrue(JsonReaderTest.refused("{\"a\":".repeat(100_000)).getMessage().contains("200 deep"));
    }

    @Test
    void tooLongTextsNamesAndNumbersAreRefused() throws JsonException {
        JsonReaderTest.read("[\"" + "x".repeat(1_000_000) + "\"]");
        JsonReaderTest.read("{\"" + "x".repeat(50_000) + "\": 1}");
        JsonReaderTest.read("[" + "1".repeat(1_000) + "]");
        assertTooLong("[\n\"" + "x".repeat(1_000_001) + "\"]");
        assertTooLong("{\n\"" + "x".repeat(50_001) + "\": 1}");
        assertTooLong("[\n" + "1".repeat(1_001) + "]");
    }

    private static void assertTooLong(String text) {
        JsonException e = JsonReaderTest.refused(text);
        assertTrue(e.getMessage().contains("too long"), e.getMessage());
        assertTrue(e.line() >= 1);
    }

    @Test
    void hugeExponentsCostNothing() throws JsonException {
        Json.Num huge = (Json.Num) JsonReaderTest.read("1e999999999");
        assertTimeout(Duration.ofSeconds(1), () -> {
            assertEquals(Double.POSITIVE_INFINITY, huge.asDouble());
            assertTrue(!huge.isLong() && !huge.isInt());
            assertThrows(ArithmeticException.class, huge::asLong);
        });
    }

    @Test
    void tooManyValuesAreRefused() {
        JsonException e = JsonReaderTest.refused("[" + "0,".repeat(2_000_000) + "0]");
        assertEquals("the document has more than 2000000 values", e.getMessage());
    }

    @Test
    void aFileLargerThanTheLimitIsRefusedByItsSize() throws IOException {
        Path file = folder.resolve("large.headwater");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(JsonReader.MAX_BYTES + 1L);
        }
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read(file));
        assertEquals("is larger than 64 MiB, the most a JSON document may have here", e.getMessage());
        assertEquals(file.toString(), e.file());
        assertEquals(0, e.line());
        byte[] bytes = new byte[JsonReader.MAX_BYTES + 1];
        assertTrue(assertThrows(JsonException.class, () -> JsonReader.read("x", bytes)).getMessage().contains(
                "64 MiB"));
    }

    @Test
    void whatIsNoTextIsRefusedAtItsFirstBadByte() {
        assertRefused(new byte[] {'{', '\n', (byte) 0x89, 'P', 'N', 'G'}, "2:1",
                "is not JSON text: the byte 0x89 here is not UTF-8");
        assertRefused(new byte[] {'[', 0, ']'}, "1:2", "is not JSON text: there is a zero byte here");
        assertRefused("[\"ä".getBytes(StandardCharsets.ISO_8859_1), "1:3",
                "is not JSON text: the byte 0xe4 here is not UTF-8");
        assertRefused("[1]".getBytes(StandardCharsets.UTF_16), "1:1", "is encoded as UTF-16; save it as UTF-8");
        assertRefused(new byte[0], "1:1", "is empty");
        assertRefused(" \n\t\r\n".getBytes(StandardCharsets.UTF_8), "1:1", "is empty");
        assertRefused("\uFEFF".getBytes(StandardCharsets.UTF_8), "1:1", "is empty");
    }

    private static void assertRefused(byte[] bytes, String at, String message) {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read("x", bytes));
        assertEquals(message, e.getMessage());
        assertEquals(at, e.at().toString());
    }

    @Test
    void unreadableFilesSayWhy() throws IOException {
        Path missing = folder.resolve("ä missing.headwater");
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read(missing));
        assertEquals("does not exist", e.getMessage());
        assertEquals(missing.toString(), e.file());
        e = assertThrows(JsonException.class, () -> JsonReader.read(folder));
        assertEquals("is a folder, not a file", e.getMessage());
        Path good = Files.writeString(folder.resolve("good.json"), "[1]");
        assertEquals(Json.Arr.class, JsonReader.read(good).getClass());
    }
}
