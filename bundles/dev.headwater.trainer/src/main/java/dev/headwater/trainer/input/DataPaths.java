package dev.headwater.trainer.input;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Paths of data on the command line: they are relative to the working directory, those in a file to the file. */
final class DataPaths {
    private DataPaths() {
    }

    /** The assignment with what names a data file made absolute; any other as it is. */
    static String resolve(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0 || !assignment.startsWith("data")) {
            return assignment;
        }
        String path = assignment.substring(0, equals);
        Json value = parse(assignment.substring(equals + 1));
        if (path.startsWith("data.") && DataSources.FILE_SETTINGS.contains(path.substring("data.".length()))) {
            return path + "=" + JsonWriter.writeCompact(absolute(value));
        }
        if (path.equals("data") && value instanceof Json.Obj data) {
            Json.Obj changed = data;
            for (Map.Entry<String, Json> member : data.members().entrySet()) {
                if (DataSources.FILE_SETTINGS.contains(member.getKey())) {
                    changed = changed.with(member.getKey(), absolute(member.getValue()));
                }
            }
            return path + "=" + JsonWriter.writeCompact(changed);
        }
        return assignment;
    }

    /** A bare word is a text; so is a file that is called 7. */
    private static Json parse(String text) {
        try {
            Json value = JsonReader.read("value", text.getBytes(StandardCharsets.UTF_8));
            return value instanceof Json.Num ? Json.of(text) : value;
        } catch (JsonException e) {
            return Json.of(text);
        }
    }

    private static Json absolute(Json value) {
        if (!(value instanceof Json.Str name) || name.value().isBlank()) {
            return value;
        }
        try {
            return Json.of(Path.of(name.value()).toAbsolutePath().normalize().toString());
        } catch (InvalidPathException e) {
            return value; // refused, with the right words, when the data are loaded
        }
    }
}
