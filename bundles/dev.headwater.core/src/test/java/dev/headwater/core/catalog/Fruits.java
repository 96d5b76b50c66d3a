package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.Position;
import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A small vocabulary with a setting of every kind, for tests. */
public final class Fruits {
    static final Catalog<Fruit> ALL = Catalog.of("fruit", Fruit.class, Naming.HYPHENS,
            List.of(Apple.class, BloodOrange.class, Basket.class));
    static final Binder BINDER = new Binder(ALL);

    private Fruits() {
    }

    /** The family. */
    public interface Fruit {
    }

    /** Without settings. */
    @Named(aliases = "pomme", about = "an apple")
    public record Apple() implements Fruit {
    }

    /** With a range and a rule of its own. */
    @Named(about = "an orange")
    public record BloodOrange(
            @Setting(about = "Share of red.", byDefault = "0.5", min = 0, max = 1, maxExclusive = true) double red,
            @Setting(about = "How many.", min = 1) int count) implements Fruit {
        /** Refuses thirteen. */
        public BloodOrange {
            if (count == 13) {
                throw new IllegalArgumentException("thirteen oranges bring bad luck");
            }
        }
    }

    /** Ways to be. */
    public enum Mood {
        FRESH,
        NEARLY_RIPE
    }

    /** A closed choice. */
    public sealed interface Wrap {
        /** One. */
        record PaperWrap() implements Wrap {
        }

        /** Another, with a setting. */
        record Foil(@Setting(about = "Thickness.", byDefault = "1", min = 0, minExclusive = true) double mm)
                implements Wrap {
        }
    }

    /** A record inside. */
    public record Label(@Setting(about = "What it says.", byDefault = "fruit") String text,
            @Setting(about = "How large.", byDefault = "12", min = 1) int size) {
    }

    /** A setting of every kind. */
    @Named(about = "everything")
    public record Basket(
            @Setting(about = "A long.", byDefault = "1") long seed,
            @Setting(about = "A truth.", byDefault = "true") boolean full,
            @Setting(about = "A text.", byDefault = "wicker") String material,
            @Setting(about = "A word.", byDefault = "fresh") Mood mood,
            @Setting(about = "A shape.", byDefault = "[2, 3]") Shape shape,
            @Setting(about = "A number or auto.", byDefault = "auto", min = 1, max = 8) OptionalInt layers,
            @Setting(about = "Texts.", byDefault = "[]") List<String> notes,
            @Setting(about = "An entry.", byDefault = "apple") Fruit top,
            @Setting(about = "A choice.", byDefault = "paper") Wrap wrap,
            @Setting(about = "A record.", byDefault = "{}") Label label,
            @Setting(about = "May be missing.", optional = true) String owner) implements Fruit {
    }

    /** Keeps problems as {@code line:column severity message}. */
    static final class Noted implements Problems {
        final List<String> all = new ArrayList<>();

        @Override
        public void error(Position at, String message) {
            all.add(at + " error: " + message);
        }

        @Override
        public void warning(Position at, String message) {
            all.add(at + " warning: " + message);
        }
    }

    static Json json(String text) {
        try {
            return JsonReader.read("t", text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
