package dev.headwater.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Fruits.Apple;
import dev.headwater.core.catalog.Fruits.Fruit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    @Test
    void entriesAreFoundByNameAndAliasOnly() {
        assertEquals(List.of("apple", "blood-orange", "basket"), Fruits.ALL.names());
        assertSame(Fruits.ALL.find("apple"), Fruits.ALL.find("pomme"));
        assertNull(Fruits.ALL.find("Apple"));
        assertEquals(List.of("apple"), Fruits.ALL.nearest("Aplpe"));
        assertEquals("apple", Fruits.ALL.nameOf(new Apple()));
        assertEquals("an apple", Fruits.ALL.find("apple").about());
        assertThrows(IllegalArgumentException.class, () -> Fruits.ALL.nameOf(new Stray(1)));
    }

    @Test
    void settingsKeepTheRecordsOrderAndRanges() {
        List<Component> settings = Fruits.ALL.find("blood-orange").settings();
        assertEquals(List.of("red", "count"), settings.stream().map(Component::name).toList());
        assertEquals("in [0, 1)", settings.get(0).range().toString());
        assertEquals(Kind.REAL, settings.get(0).kind());
        assertTrue(settings.get(1).required());
        assertEquals("at least 1", settings.get(1).range().toString());
    }

    /** Not in the catalog. */
    public record Stray(@Setting(about = "x") int x) implements Fruit {
    }

    /** Without annotation. */
    public record Bare(int x) implements Fruit {
    }

    /** Of a type that no file can say. */
    public record Odd(@Setting(about = "x") Object x) implements Fruit {
    }

    /** With a setting that looks like the entry's name. */
    public record Hiding(@Setting(about = "x") String fruit) implements Fruit {
    }

    /** Called like another. */
    @Named(value = "stray", about = "x")
    public record Twin() implements Fruit {
    }

    @Test
    void mistakesOfTheProgramAreRefused() {
        for (Class<? extends Fruit> wrong : List.of(Bare.class, Odd.class, Hiding.class)) {
            assertThrows(IllegalArgumentException.class,
                    () -> Catalog.of("fruit", Fruit.class, Naming.HYPHENS, List.of(wrong)));
        }
        assertThrows(IllegalArgumentException.class,
                () -> Catalog.of("fruit", Fruit.class, Naming.HYPHENS, List.of(Stray.class, Twin.class)));
    }

    @Test
    void namesFollowTheFamilysCustom() {
        record LeakyRelu() {
        }
        record Conv2d() {
        }
        assertEquals("leaky-relu", Naming.HYPHENS.nameOf(LeakyRelu.class));
        assertEquals("LeakyRelu", Naming.CLASS_NAME.nameOf(LeakyRelu.class));
        assertEquals("conv2d", Naming.HYPHENS.nameOf(Conv2d.class));
    }
}
