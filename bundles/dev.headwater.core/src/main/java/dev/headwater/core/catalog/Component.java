package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One setting of a record, as its {@link Setting} describes it.
 *
 * @param name as in the file
 * @param type of the record component
 * @param kind what sort of value it takes
 * @param about one sentence
 * @param byDefault as it would stand in a file, JSON or a bare word; empty if there is none
 * @param optional whether it may be missing without a default; the component is then {@code null}
 * @param range of numbers allowed
 */
public record Component(String name, Type type, Kind kind, String about, String byDefault, boolean optional,
        Range range) {
    /**
     * The settings of a record, in its order.
     *
     * @throws IllegalArgumentException if a component bears no {@link Setting}, or of a type or default that cannot be
     */
    public static List<Component> of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        List<Component> settings = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                throw new IllegalArgumentException(
                        "component " + component.getName() + " of " + type.getName() + " has no @Setting");
            }
            if (setting.optional() && component.getType().isPrimitive()) {
                throw new IllegalArgumentException("component " + component.getName() + " of " + type.getName()
                        + " cannot be optional: it is primitive");
            }
            settings.add(new Component(component.getName(), component.getGenericType(),
                    Kind.of(component.getGenericType()), setting.about(), setting.byDefault(), setting.optional(),
                    Range.of(setting)));
        }
        return List.copyOf(settings);
    }

    /** Whether a file must say it. */
    public boolean required() {
        return byDefault.isEmpty() && !optional;
    }

    /** The type without its arguments. */
    public Class<?> raw() {
        return type instanceof Class<?> plain ? plain : List.class;
    }

    /** What the items of a {@link Kind#RECORDS} are. */
    public Class<?> element() {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** The default as a file would say it; {@code null} if there is none. */
    public Json defaultValue() {
        if (byDefault.isEmpty()) {
            return null;
        }
        if (kind == Kind.TEXT && !byDefault.startsWith("\"")) {
            return Json.of(byDefault);
        }
        try {
            return JsonReader.read(name, byDefault.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return Json.of(byDefault); // a bare word
        }
    }

    /** The words that a {@link Kind#WORD} allows; empty for other kinds. */
    public List<String> words() {
        return kind == Kind.WORD
                ? Arrays.stream(raw().getEnumConstants()).map(word -> Naming.nameOf((Enum<?>) word)).toList()
                : List.of();
    }
}
