package dev.headwater.editor.properties;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.json.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a setting is written in a field, which is a little more lenient than a file: {@code 28 x 28} is a shape. */
final class FieldText {
    private FieldText() {
    }

    /** The text of a value; of an entry its name. */
    static String of(Json value, Catalog<?> catalog) {
        return switch (value) {
            case null -> ""; //$NON-NLS-1$
            case Json.Str text -> text.value();
            case Json.Num number -> number.text();
            case Json.Obj object when catalog != null -> object.text(catalog.key(), ""); //$NON-NLS-1$
            case Json.Arr list when list.items().stream().allMatch(Json.Str.class::isInstance) -> String.join(", ", //$NON-NLS-1$
                    list.items().stream().map(item -> ((Json.Str) item).value()).toList());
            case Json.Arr list when list.items().stream().anyMatch(Json.Obj.class::isInstance) -> JsonWriter
                    .writeCompact(list);
            default -> JsonWriter.write(value).strip();
        };
    }

    /** The value that a text stands for, right or wrong; {@code null} if it says nothing. */
    static Json parse(Component setting, String typed) {
        String text = typed.strip();
        if (typed.isEmpty() || text.isEmpty() && setting.words().isEmpty() && !isText(setting)) {
            return null;
        }
        if (text.startsWith("$")) { //$NON-NLS-1$
            return Json.of(text);
        }
        return switch (setting.kind()) {
            case WHOLE, REAL, AUTO -> number(text);
            case TRUTH -> text.equals("true") || text.equals("false") ? Json.of(text.equals("true")) : Json.of(text); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            case SHAPE, OPEN_SHAPE -> shape(text);
            case TEXTS -> texts(text);
            case NUMBERS -> numbers(text);
            case WEIGHTS -> text.equals(Weights.WORD) ? Json.of(text) : numbers(text);
            case RECORDS -> json(text) instanceof Json.Arr list ? list : Json.of(text);
            case TEXT -> Json.of(typed);
            case WORD, ENTRY, CHOICE, RECORD -> Json.of(text);
        };
    }

    private static boolean isText(Component setting) {
        return switch (setting.kind()) {
            case TEXT, WORD, ENTRY, CHOICE -> true;
            default -> false;
        };
    }

    private static Json number(String text) {
        if (json(text) instanceof Json.Num number) {
            return new Json.Num(number.text(), Position.NONE);
        }
        try {
            // Only digits: Java would also read 1d, 0x1p3 and Infinity.
            double value = text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?") ? Double.parseDouble(text) : Double.NaN; //$NON-NLS-1$
            return Double.isFinite(value) ? Json.of(value) : Json.of(text);
        } catch (NumberFormatException e) {
            return Json.of(text);
        }
    }

    private static Json numbers(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text; //$NON-NLS-1$ //$NON-NLS-2$
        List<Json> numbers = new ArrayList<>();
        for (String number : inner.strip().split("\\s*[,\\s]\\s*")) { //$NON-NLS-1$
            if (!number.isEmpty()) {
                numbers.add(number(number));
            }
        }
        return Json.array(numbers);
    }

    private static Json shape(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text; //$NON-NLS-1$ //$NON-NLS-2$
        List<Json> extents = new ArrayList<>();
        for (String extent : inner.strip().split("\\s*[,x×\\s]\\s*", -1)) { //$NON-NLS-1$
            if (!extent.matches("-?[0-9]{1,18}")) { //$NON-NLS-1$
                return Json.of(text);
            }
            extents.add(Json.of(Long.parseLong(extent)));
        }
        return Json.array(extents);
    }

    private static Json texts(String text) {
        if (json(text) instanceof Json.Arr list) {
            return list;
        }
        List<Json> texts = new ArrayList<>();
        for (String one : text.split(",", -1)) { //$NON-NLS-1$
            texts.add(Json.of(one.strip()));
        }
        return Json.array(texts);
    }

    private static Json json(String text) {
        try {
            return JsonReader.read("", text.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
        } catch (JsonException e) {
            return null;
        }
    }

    /** {@code learningRate} as a person reads it: {@code Learning rate}. */
    static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** {@code learningRate} in a menu: {@code Learning Rate}. */
    static String title(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " "); //$NON-NLS-1$ //$NON-NLS-2$
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
