package dev.headwater.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("Dense", "Add", "Concatenate", "Softmax", "Input");

    @Test
    void slipsAreFound() {
        assertEquals(List.of("Dense"), Nearest.of("dense", NAMES));
        assertEquals(List.of("Dense"), Nearest.of("Desne", NAMES));
        assertEquals(List.of("Concatenate"), Nearest.of("Concatenat", NAMES));
        assertEquals(List.of("Add"), Nearest.of("Adds", NAMES));
        assertEquals(List.of(), Nearest.of("Sum", NAMES));
        assertEquals(List.of(), Nearest.of("", NAMES));
    }

    @Test
    void adviceNamesTheNearestOrElseWhatThereIs() {
        assertEquals("; did you mean 'Add'?", Nearest.advice("Ad", NAMES));
        assertEquals("; known: Dense, Add, Concatenate, Softmax, Input", Nearest.advice("Transformer", NAMES));
        assertEquals("", Nearest.advice("x", List.of()));
    }

    @Test
    void distanceCountsInsertionsDeletionsReplacementsAndSwaps() {
        assertEquals(0, Nearest.distance("abc", "abc"));
        assertEquals(1, Nearest.distance("abc", "acb"));
        assertEquals(1, Nearest.distance("abc", "abxc"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(4, Nearest.distance("", "four"));
    }

    @Test
    void longWordsAndLongListsCostLittle() {
        List<String> many = Collections.nCopies(1_000_000, "x".repeat(40));
        assertTimeout(Duration.ofSeconds(3), () -> {
            Nearest.of("y".repeat(40), many);
            Nearest.of("y".repeat(50_000), many);
        });
    }
}
