package dev.headwater.ui.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeNameTest {
    @Test
    void theFirstHasNoNumber() {
        assertEquals("network.headwater", FreeName.of("network", ".headwater", name -> false));
    }

    @Test
    void theNextIsTheSecond() {
        assertEquals("network2.headwater", FreeName.of("network", ".headwater", Set.of("network.headwater")::contains));
    }

    @Test
    void aGapIsFilled() {
        assertEquals("network2.headwater", FreeName.of("network", ".headwater",
                Set.of("network.headwater", "network3.headwater")::contains));
    }

    @Test
    void aProjectHasNoExtension() {
        assertEquals("headwater-examples3", FreeName.of("headwater-examples", "",
                Set.of("headwater-examples", "headwater-examples2")::contains));
    }
}
