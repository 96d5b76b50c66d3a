package dev.headwater.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An immutable JSON value and where it stood. Equality ignores the place. */
public sealed interface Json permits Json.Obj, Json.Arr, Json.Str, Json.Num, Json.Bool, Json.Null {
    /** The value null, from nowhere. */
    Json NULL = new Null(Position.NONE);

    /** Where the value began. */
    Position at();

    /** What kind of value it is, for messages: "a number", "a list". */
    default String kind() {
        return switch (this) {
            case Obj object -> "an object";
            case Arr list -> "a list";
            case Str text -> "a text";
            case Num number -> "a number";
            case Bool truth -> Boolean.toString(truth.value());
            case Null nothing -> "null";
        };
    }

    /** A text. */
    static Str of(String value) {
        return new Str(value, Position.NONE);
    }

    /** A number in its shortest exact text; what is not finite becomes the text NaN, Infinity or -Infinity. */
    static Json of(double value) {
        return Double.isFinite(value) ? new Num(Num.shortest(value), Position.NONE) : of(Double.toString(value));
    }

    /** A whole number. */
    static Num of(long value) {
        return new Num(Long.toString(value), Position.NONE);
    }

    /** True or false. */
    static Bool of(boolean value) {
        return new Bool(value, Position.NONE);
    }

    /** A list. */
    static Arr array(List<? extends Json> items) {
        return new Arr(List.copyOf(items), Position.NONE);
    }

    /** A new object, to be filled in order. */
    static Builder object() {
        return new Builder();
    }

    /**
     * The number that {@link #of(double)} made this value from, or any JSON number.
     *
     * @throws IllegalArgumentException if it is neither a number nor one of the three texts
     */
    static double toDouble(Json value) {
        if (value instanceof Num number) {
            return number.asDouble();
        }
        if (value instanceof Str text) {
            switch (text.value()) {
                case "NaN":
                    return Double.NaN;
                case "Infinity":
                    return Double.POSITIVE_INFINITY;
                case "-Infinity":
                    return Double.NEGATIVE_INFINITY;
                default:
                    break;
            }
        }
        throw new IllegalArgumentException("a number is needed, was " + (value == null ? "missing" : value.kind()));
    }

    /**
     * An object: names and values in file order.
     *
     * @param keys where each name stood; empty for an object made in memory
     */
    record Obj(Map<String, Json> members, Map<String, Position> keys, Position at) implements Json {
        /** The object without members. */
        public static final Obj EMPTY = new Obj(Map.of(), Map.of(), Position.NONE);

        /** An object that keeps the order of both maps. */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            Objects.requireNonNull(at);
        }

        /** An object made in memory, in the map's order. */
        public static Obj of(Map<String, ? extends Json> members) {
            return new Obj(new LinkedHashMap<>(members), Map.of(), Position.NONE);
        }

        /** The member's value, or {@code null} if there is none. */
        public Json get(String name) {
            return members.get(name);
        }

        /** Whether there is such a member. */
        public boolean has(String name) {
            return members.containsKey(name);
        }

        /** Whether there is no member at all. */
        public boolean isEmpty() {
            return members.isEmpty();
        }

        /** The member's text; {@code otherwise} if it is missing or no text. */
        public String text(String name, String otherwise) {
            return get(name) instanceof Str text ? text.value() : otherwise;
        }

        /** The member's number, non-finite texts included; {@code otherwise} if it is missing or no number. */
        public double number(String name, double otherwise) {
            Json value = get(name);
            try {
                return value == null ? otherwise : toDouble(value);
            } catch (IllegalArgumentException e) {
                return otherwise;
            }
        }

        /** The member's whole number; {@code otherwise} if it is missing or not a whole number in range. */
        public long whole(String name, long otherwise) {
            return get(name) instanceof Num number && number.isLong() ? number.asLong() : otherwise;
        }

        /** The member's truth; {@code otherwise} if it is missing or neither true nor false. */
        public boolean truth(String name, boolean otherwise) {
            return get(name) instanceof Bool truth ? truth.value() : otherwise;
        }

        /** The member's items; empty if it is missing or no list. */
        public List<Json> items(String name) {
            return get(name) instanceof Arr list ? list.items() : List.of();
        }

        /** The member if it is an object; {@link #EMPTY} if it is missing or something else. */
        public Obj object(String name) {
            return get(name) instanceof Obj object ? object : EMPTY;
        }

        /** Where the member's name stood; the object's own place if that is not known. */
        public Position keyAt(String name) {
            return keys.getOrDefault(name, at);
        }

        /** This object with one member changed in its place, or added at the end. */
        public Obj with(String name, Json value) {
            Map<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(name, Objects.requireNonNull(value));
            return new Obj(changed, keys, at);
        }

        /** This object without these members. */
        public Obj without(String... names) {
            Map<String, Json> changed = new LinkedHashMap<>(members);
            Map<String, Position> places = new LinkedHashMap<>(keys);
            List<String> gone = List.of(names);
            changed.keySet().removeAll(gone);
            places.keySet().removeAll(gone);
            return new Obj(changed, places, at);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Obj object && members.equals(object.members);
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }

        @Override
        public String toString() {
            return JsonWriter.writeCompact(this);
        }
    }

    /** A list. */
    record Arr(List<Json> items, Position at) implements Json {
        /** A list of a copy of these items. */
        public Arr {
            items = List.copyOf(items);
            Objects.requireNonNull(at);
        }

        /** This list with one item changed. */
        public Arr with(int index, Json value) {
            List<Json> changed = new ArrayList<>(items);
            changed.set(index, value);
            return new Arr(changed, at);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Arr list && items.equals(list.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }

        @Override
        public String toString() {
            return JsonWriter.writeCompact(this);
        }
    }

    /** A text. */
    record Str(String value, Position at) implements Json {
        /** A text at a place. */
        public Str {
            Objects.requireNonNull(value);
            Objects.requireNonNull(at);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Str text && value.equals(text.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A number as it was written; equal only to the same text. */
    record Num(String text, Position at) implements Json {
        /** Beyond this a double cannot tell neighboring whole numbers apart. */
        private static final double LARGEST_WHOLE = 9007199254740992.0;

        /** A number at a place; the text must be a JSON number. */
        public Num {
            Objects.requireNonNull(text);
            Objects.requireNonNull(at);
        }

        /** The nearest double; infinite if the text says more than a double holds. */
        public double asDouble() {
            return Double.parseDouble(text);
        }

        /** Whether it is a whole number that a {@code long} holds exactly; {@code 5.0} and {@code 1e3} are. */
        public boolean isLong() {
            try {
                Long.parseLong(text);
                return true;
            } catch (NumberFormatException e) {
                double value = asDouble();
                return value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
            }
        }

        /** Whether it is a whole number that an {@code int} holds. */
        public boolean isInt() {
            return isLong() && asLong() == (int) asLong();
        }

        /**
         * The whole number.
         *
         * @throws ArithmeticException unless {@link #isLong}
         */
        public long asLong() {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                if (!isLong()) {
                    throw new ArithmeticException(Quoted.plain(text) + " is not a whole number in range");
                }
                return (long) asDouble();
            }
        }

        /**
         * The whole number.
         *
         * @throws ArithmeticException unless {@link #isInt}
         */
        public int asInt() {
            return Math.toIntExact(asLong());
        }

        private static String shortest(double value) {
            if (value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
                return Long.toString((long) value);
            }
            return Double.toString(value).replace(".0E", "E").replace('E', 'e');
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Num number && text.equals(number.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** True or false. */
    record Bool(boolean value, Position at) implements Json {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bool truth && value == truth.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /** Null. */
    record Null(Position at) implements Json {

        @Override
        public boolean equals(Object other) {
            return other instanceof Null;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** Fills an object member by member, in order; a {@code null} becomes JSON null. */
    final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        private Builder() {
        }

        /** Adds a value. */
        public Builder put(String name, Json value) {
            members.put(name, value == null ? NULL : value);
            return this;
        }

        /** Adds a text. */
        public Builder put(String name, String value) {
            return put(name, value == null ? NULL : of(value));
        }

        /** Adds a number; see {@link Json#of(double)}. */
        public Builder put(String name, double value) {
            return put(name, of(value));
        }

        /** Adds a whole number. */
        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        /** Adds true or false. */
        public Builder put(String name, boolean value) {
            return put(name, of(value));
        }

        /** The object. */
        public Obj build() {
            return Obj.of(members);
        }
    }
}
