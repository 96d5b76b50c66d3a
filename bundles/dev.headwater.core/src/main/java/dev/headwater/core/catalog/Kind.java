package dev.headwater.core.catalog;

import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.OptionalInt;

/** What sort of value a setting takes: decides how it is read, shown and edited. */
public enum Kind {
    /** {@code int} or {@code long}: a whole number. */
    WHOLE("a whole number"),
    /** {@code double}: a number. */
    REAL("a number"),
    /** {@code boolean}. */
    TRUTH("true or false"),
    /** {@code String}. */
    TEXT("a text"),
    /** An enum: one of a few words. */
    WORD("one of a few words"),
    /** {@link Shape}: a list of whole numbers, or one of them. */
    SHAPE("a list of whole numbers such as [28, 28, 1]"),
    /** {@link OpenShape}: the same, where one may be −1. */
    OPEN_SHAPE("a list of whole numbers such as [28, -1], where -1 is what is left"),
    /** {@link OptionalInt}: a whole number, or the word auto, which is empty. */
    AUTO("\"auto\" or a whole number"),
    /** {@code List<String>}. */
    TEXTS("a list of texts"),
    /** {@code List<Double>}: numbers, each in the range. */
    NUMBERS("a list of numbers"),
    /** {@link Weights}: numbers, each in the range, or the word balanced. */
    WEIGHTS("a list of numbers, or \"balanced\""),
    /** An entry of a catalog: its name, or an object that names it and has its settings. */
    ENTRY("a name, or an object with its settings"),
    /** One of the records that a sealed interface permits; written as an {@link #ENTRY}. */
    CHOICE("a name, or an object with its settings"),
    /** A record: an object with its settings. */
    RECORD("an object"),
    /** {@code List} of a record: a list of objects with their settings. */
    RECORDS("a list of objects");

    private final String wanted;

    Kind(String wanted) {
        this.wanted = wanted;
    }

    /** What must be written, to stand after "must be". */
    public String wanted() {
        return wanted;
    }

    static Kind of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class) {
            return TEXTS;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Double.class) {
            return NUMBERS;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> element && element.isRecord()) {
            return RECORDS;
        }
        if (type instanceof Class<?> plain) {
            if (plain == int.class || plain == long.class) {
                return WHOLE;
            }
            if (plain == double.class) {
                return REAL;
            }
            if (plain == boolean.class) {
                return TRUTH;
            }
            if (plain == String.class) {
                return TEXT;
            }
            if (plain == Shape.class) {
                return SHAPE;
            }
            if (plain == OpenShape.class) {
                return OPEN_SHAPE;
            }
            if (plain == OptionalInt.class) {
                return AUTO;
            }
            if (plain == Weights.class) {
                return WEIGHTS;
            }
            if (plain.isEnum()) {
                return WORD;
            }
            if (plain.isRecord()) {
                return RECORD;
            }
            if (plain.isInterface()) {
                return plain.isSealed() ? CHOICE : ENTRY;
            }
        }
        throw new IllegalArgumentException("a setting cannot be of type " + type.getTypeName());
    }
}
