package dev.headwater.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON of any origin: strictly, with the place of every value, within limits of size, depth and number of values
 * that keep a hostile file from exhausting memory or stack.
 */
public final class JsonReader {
    /** The most bytes a document may have. */
    public static final int MAX_BYTES = 64 << 20;
    /** How deep lists and objects may nest. */
    public static final int MAX_DEPTH = 200;
    /** How many values a document may hold, for each costs a hundred bytes however short its text. */
    public static final int MAX_VALUES = 2_000_000;
    /** The longest text, in UTF-16 units. */
    public static final int MAX_TEXT = 1_000_000;
    /** The longest name of a member. */
    public static final int MAX_NAME = 50_000;
    /** The longest number. */
    public static final int MAX_NUMBER = 1_000;

    // Names are neither interned nor put into a table: both would outlive the file, and hostile names can clog a table.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH + 1)
                    .maxStringLength(MAX_TEXT).maxNameLength(MAX_NAME).maxNumberLength(MAX_NUMBER).build())
            .build();

    private final String file;
    private final JsonParser parser;
    private int values;

    private JsonReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a document, UTF-8 with or without a byte order mark.
     *
     * @param name what the file is called in messages
     * @throws JsonException if it is not one JSON value, or exceeds a limit
     */
    public static Json read(String name, byte[] bytes) throws JsonException {
        return read(name, Source.decode(name, bytes));
    }

    /**
     * Reads a file, UTF-8 with or without a byte order mark.
     *
     * @throws JsonException if it cannot be read, is not one JSON value, or exceeds a limit
     */
    public static Json read(Path file) throws JsonException {
        return read(file.toString(), bytes(file));
    }

    /**
     * The bytes of a file that may be a document.
     *
     * @throws JsonException if it cannot be read or is larger than {@link #MAX_BYTES}
     */
    public static byte[] bytes(Path file) throws JsonException {
        return Source.bytes(file);
    }

    /** Whether the bytes begin with the byte order mark of UTF-8. */
    public static boolean startsWithMark(byte[] bytes) {
        return Source.startsWithMark(bytes);
    }

    private static Json read(String name, char[] text) throws JsonException {
        try (JsonParser parser = FACTORY.createParser(text, 0, text.length)) {
            JsonReader reader = new JsonReader(name, parser);
            try {
                Json value = reader.value(parser.nextToken(), 0);
                if (parser.nextToken() != null) {
                    throw reader.fault(reader.here(), "there is more text after the end of the JSON value; remove it");
                }
                return value;
            } catch (StreamConstraintsException e) {
                throw reader.tooLong();
            } catch (JsonProcessingException e) {
                throw Syntax.explain(name, text, e);
            }
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new JsonException(name, Position.NONE, "could not be read: " + e.getMessage());
        }
    }

    private Json value(JsonToken token, int depth) throws IOException {
        Position at = here();
        if (++values > MAX_VALUES) {
            throw fault(at, "the document has more than " + MAX_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object(at, deeper(at, depth));
            case START_ARRAY -> list(at, deeper(at, depth));
            case VALUE_STRING -> new Json.Str(parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText(), at);
            case VALUE_TRUE -> new Json.Bool(true, at);
            case VALUE_FALSE -> new Json.Bool(false, at);
            case VALUE_NULL -> new Json.Null(at);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("unexpected " + token);
        };
    }

    private Json.Obj object(Position at, int depth) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position key = here();
            String name = parser.currentName();
            Position before = keys.putIfAbsent(name, key);
            if (before != null) {
                throw fault(key, "the name " + Quoted.text(name) + " stands twice in this object, first on line "
                        + before.line() + "; remove one");
            }
            members.put(name, value(parser.nextToken(), depth));
        }
        return new Json.Obj(members, keys, at);
    }

    private Json.Arr list(Position at, int depth) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth));
        }
        return new Json.Arr(items, at);
    }

    private int deeper(Position at, int depth) throws JsonException {
        if (depth == MAX_DEPTH) {
            throw fault(at, "lists and objects nest more than " + MAX_DEPTH + " deep here");
        }
        return depth + 1;
    }

    private Position here() {
        return Syntax.position(parser.currentTokenLocation());
    }

    private JsonException fault(Position at, String message) {
        return new JsonException(file, at, message);
    }

    private JsonException tooLong() {
        JsonLocation location = parser.currentTokenLocation();
        return fault(Syntax.position(location),
                "a text, name or number after this place is too long: at most " + MAX_TEXT + " characters in a text, "
                        + MAX_NAME + " in a name, " + MAX_NUMBER + " in a number");
    }
}
