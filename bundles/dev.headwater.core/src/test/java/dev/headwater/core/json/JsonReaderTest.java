package dev.headwater.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    static Json read(String text) throws JsonException {
        return JsonReader.read("t.json", text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonException refused(String text) {
        JsonException e = assertThrows(JsonException.class, () -> read(text));
        assertEquals("t.json", e.file());
        assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
        return e;
    }

    @Test
    void everyKindOfValueIsRead() throws JsonException {
        Json.Obj object = (Json.Obj) read("{\"a\": [1, -2.5e3, true, false, null, \"x\\u00e4\\n\"], \"b\": {}}");
        List<Json> items = object.items("a");
        assertEquals("1", ((Json.Num) items.get(0)).text());
        assertEquals("-2.5e3", ((Json.Num) items.get(1)).text());
        assertEquals(-2500, ((Json.Num) items.get(1)).asInt());
        assertEquals(Json.of(true), items.get(2));
        assertEquals(Json.of(false), items.get(3));
        assertEquals(Json.NULL, items.get(4));
        assertEquals("xä\n", ((Json.Str) items.get(5)).value());
        assertTrue(object.object("b").isEmpty());
    }

    @Test
    void placesCountLinesColumnsAndOffsetsAsEditorsDo() throws JsonException {
        Json.Obj object = (Json.Obj) read("{\"ä😀\": 1,\r\n \"b\":\r\t[ 2,\n\n{\"c\": \"d\"}]}");
        assertEquals(new Position(1, 1, 0), object.at());
        assertEquals(new Position(1, 2, 1), object.keyAt("ä😀"));
        assertEquals(new Position(1, 9, 8), object.get("ä😀").at());
        assertEquals(new Position(2, 2, 13), object.keyAt("b"));
        Json.Arr list = assertInstanceOf(Json.Arr.class, object.get("b"));
        assertEquals(new Position(3, 2, 19), list.at());
        assertEquals(new Position(3, 4, 21), list.items().get(0).at());
        Json.Obj inner = (Json.Obj) list.items().get(1);
        assertEquals(new Position(5, 1, 25), inner.at());
        assertEquals(new Position(5, 7, 31), inner.get("c").at());
    }

    @Test
    void byteOrderMarkIsSkippedAndNotCounted() throws JsonException {
        byte[] marked = "\uFEFF {\"a\": 1}".getBytes(StandardCharsets.UTF_8);
        assertTrue(JsonReader.startsWithMark(marked));
        assertEquals(new Position(1, 2, 1), JsonReader.read("t", marked).at());
    }

    @Test
    void duplicateNameIsRefusedWithBothPlaces() {
        JsonException e = refused("{\n  \"a\": 1,\n  \"b\": 2,\n  \"a\": 3\n}");
        assertEquals("4:3", e.at().toString());
        assertEquals("the name 'a' stands twice in this object, first on line 2; remove one", e.getMessage());
    }

    @Test
    void namesWithTheSameHashAreDifferentNames() throws JsonException {
        assertEquals(2, ((Json.Obj) read("{\"Aa\": 1, \"BB\": 2}")).members().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a": 1,}              | 1:9  | a comma stands before '}'; remove it
            [1, ]                  | 1:5  | a comma stands before ']'; remove it
            {"a": 1 "b": 2}        | 1:9  | a comma is missing before '"'
            [1 2]                  | 1:4  | a comma is missing before '2'
            {"a" 1}                | 1:6  | a colon is missing before '1'
            {a: 1}                 | 1:2  | a name in double quotes is needed here, found 'a'
            {"a": }                | 1:7  | a value is needed here, found '}'
            ['a']                  | 1:2  | texts and names need double quotes
            [1, // one             | 1:5  | JSON has no comments; remove it
            [NaN]                  | 1:2  | write "NaN" in quotes
            [-Infinity]            | 1:2  | write "-Infinity" in quotes
            [True]                 | 1:2  | write true in lower case
            [None]                 | 1:2  | write null in lower case
            {"a": relu}            | 1:7  | the word 'relu' is not JSON; a text needs double quotes
            [01]                   | 1:2  | '01' is not a JSON number
            [1.]                   | 1:2  | '1.' is not a JSON number
            [+1]                   | 1:2  | '+1' is not a JSON number
            [1}                    | 1:3  | '}' closes nothing that is open here
            ["\\x"]                 | 1:4  | after a backslash only " \\ / b f n r t or uXXXX may follow, found 'x'
            [1] [2]                | 1:5  | there is more text after the end of the JSON value; remove it
            [1] x                  | 1:5  | the word 'x' is not JSON; a text needs double quotes
            [1, 2                  | 1:6  | the file ends in the middle of a value: it seems to be cut off
            {"a": "b               | 1:9  | the file ends in the middle of a value: it seems to be cut off
            {"a                    | 1:4  | the file ends in the middle of a value: it seems to be cut off
            """)
    void syntaxErrorsSayWhatAndWhere(String text, String at, String message) {
        JsonException e = refused(text);
        assertEquals(message, e.getMessage());
        assertEquals(at, e.at().toString());
    }

    @Test
    void lineBreakInsideATextIsRefused() {
        JsonException e = refused("{\"a\": \"b\n\"}");
        assertEquals("a text ends with its line here; close it with a double quote", e.getMessage());
        assertEquals("1:9", e.at().toString());
    }

    @Test
    void everyTruncationIsRefusedInsideTheText() throws JsonException {
        String text = "{\"headwater\": 1,\n \"nodes\": [{\"id\": \"a\", \"x\": [1.5e3, true, null, \"\\u00e4\"]}]}";
        read(text);
        for (int length = 0; length < text.length(); length++) {
            JsonException e = refused(text.substring(0, length));
            assertTrue(e.line() >= 1 && e.line() <= 2 && e.column() >= 1, e.getMessage());
        }
    }

    @Test
    void controlCharactersOfAFileNeverReachAMessage() {
        String message = refused("[\u001b]").getMessage() + refused("{\"\\u001b[31m\": 1, \"\\u001b[31m\": 1}")
                .getMessage();
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }
}
