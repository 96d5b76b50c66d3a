package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads the value of one setting. */
final class Values {
    private final Binder binder;

    Values(Binder binder) {
        this.binder = binder;
    }

    /** The component's value, or {@code null} after at least one error. */
    Object bind(String owner, Component setting, Json value, Problems problems) {
        return switch (setting.kind()) {
            case WHOLE -> whole(owner, setting, value, problems);
            case REAL -> real(owner, setting, value, problems);
            case TRUTH -> value instanceof Json.Bool truth ? (Object) truth.value() : wrong(owner, setting, value,
                    problems);
            case TEXT -> text(owner, setting, value, problems);
            case WORD -> word(owner, setting, value, problems);
            case SHAPE -> shape(owner, setting, value, problems, Shape::of);
            case OPEN_SHAPE -> shape(owner, setting, value, problems, OpenShape::of);
            case AUTO -> value instanceof Json.Str word && word.value().equals("auto") ? OptionalInt.empty()
                    : number(owner, setting, value, problems);
            case TEXTS -> texts(owner, setting, value, problems);
            case NUMBERS -> numbers(owner, setting, value, problems);
            case WEIGHTS -> weights(owner, setting, value, problems);
            case ENTRY, CHOICE -> binder.bind(binder.catalog(setting.raw()), value, Set.of(), problems);
            case RECORD -> binder.bind(setting.raw(), value, Set.of(), problems);
            case RECORDS -> records(setting, value, problems);
        };
    }

    private static Object whole(String owner, Component setting, Json value, Problems problems) {
        boolean wide = setting.raw() == long.class;
        if (!(value instanceof Json.Num number) || !number.isLong() || !wide && !number.isInt()) {
            return wrong(owner, setting, value, problems, value instanceof Json.Num big && isWhole(big)
                    ? "a whole number of at most " + (wide ? Long.MAX_VALUE : Integer.MAX_VALUE)
                    : setting.kind().wanted());
        }
        if (!setting.range().contains(number.asLong())) {
            return wrong(owner, setting, value, problems, setting.range().demand(number.asDouble()));
        }
        if (wide) {
            return number.asLong();
        }
        return number.asInt();
    }

    private static boolean isWhole(Json.Num number) {
        double value = number.asDouble();
        return value == Math.rint(value);
    }

    private static Object real(String owner, Component setting, Json value, Problems problems) {
        if (!(value instanceof Json.Num number)) {
            return wrong(owner, setting, value, problems);
        }
        double real = number.asDouble();
        return setting.range().contains(real) ? (Object) real
                : wrong(owner, setting, value, problems, setting.range().demand(real));
    }

    /** A number will do for a text: a column called 2020 need not be quoted, on a command line it cannot be. */
    private static Object text(String owner, Component setting, Json value, Problems problems) {
        return switch (value) {
            case Json.Str text -> text.value();
            case Json.Num number -> number.text();
            default -> wrong(owner, setting, value, problems);
        };
    }

    private static Object word(String owner, Component setting, Json value, Problems problems) {
        List<String> words = setting.words();
        if (value instanceof Json.Str text && words.contains(text.value())) {
            return setting.raw().getEnumConstants()[words.indexOf(text.value())];
        }
        return wrong(owner, setting, value, problems, "one of " + String.join(", ", words));
    }

    private static Object number(String owner, Component setting, Json value, Problems problems) {
        if (!(value instanceof Json.Num number) || !number.isInt()) {
            return wrong(owner, setting, value, problems);
        }
        return setting.range().contains(number.asInt()) ? OptionalInt.of(number.asInt())
                : wrong(owner, setting, value, problems, setting.range().demand(number.asInt()));
    }

    private static Object shape(String owner, Component setting, Json value, Problems problems,
            Function<int[], Object> of) {
        List<Json> items = value instanceof Json.Arr list ? list.items() : List.of(value);
        if (items.isEmpty() || items.size() > Shape.MAX_RANK) {
            return wrong(owner, setting, value, problems, "a list of 1 to " + Shape.MAX_RANK + " whole numbers");
        }
        int[] extents = new int[items.size()];
        for (int i = 0; i < extents.length; i++) {
            if (!(items.get(i) instanceof Json.Num number) || !number.isInt()) {
                return wrong(owner, setting, items.get(i), problems);
            }
            extents[i] = number.asInt();
        }
        try {
            return of.apply(extents);
        } catch (IllegalArgumentException e) {
            problems.error(value.at(), "'" + setting.name() + "' of " + owner + ": " + e.getMessage());
            return null;
        }
    }

    private static Object texts(String owner, Component setting, Json value, Problems problems) {
        List<Json> items = value instanceof Json.Arr list ? list.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Json item : items) {
            if (!(text(owner, setting, item, problems) instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    private static Object weights(String owner, Component setting, Json value, Problems problems) {
        if (value instanceof Json.Str word && word.value().equals(Weights.WORD)) {
            return Weights.BALANCED;
        }
        List<Double> numbers = numbers(owner, setting, value, problems);
        return numbers == null ? null : new Weights(false, numbers);
    }

    private static List<Double> numbers(String owner, Component setting, Json value, Problems problems) {
        List<Json> items = value instanceof Json.Arr list ? list.items() : List.of(value);
        List<Double> numbers = new ArrayList<>();
        for (Json item : items) {
            if (!(real(owner, setting, item, problems) instanceof Double number)) {
                return null;
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    /** One may be written without brackets. */
    private Object records(Component setting, Json value, Problems problems) {
        List<Json> items = value instanceof Json.Arr list ? list.items() : List.of(value);
        List<Object> records = new ArrayList<>();
        boolean complete = true;
        for (Json item : items) {
            Object record = binder.bind(setting.element(), item, Set.of(), problems);
            complete &= record != null && records.add(record);
        }
        return complete ? List.copyOf(records) : null;
    }

    private static Object wrong(String owner, Component setting, Json value, Problems problems) {
        return wrong(owner, setting, value, problems, setting.kind().wanted());
    }

    private static Object wrong(String owner, Component setting, Json value, Problems problems, String wanted) {
        problems.error(value.at(),
                "'" + setting.name() + "' of " + owner + " must be " + wanted + ", was " + Quoted.value(value));
        return null;
    }
}
