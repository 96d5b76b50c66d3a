package dev.headwater.launching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunPlaceTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 4, 5, 6, 7);
    private static final Path RUNS = Path.of("/w/p/runs");

    @Test
    void aRunIsNamedByNetworkAndTime() {
        assertEquals(RUNS.resolve("circle-vanishing-20260304-050607"),
                new RunPlace(RUNS, "circle-vanishing.headwater").next(NOW, path -> false));
    }

    @Test
    void strangeNamesBecomeSuchAsEveryFileSystemTakes() {
        assertEquals(RUNS.resolve("netz-ü-漢-1-50--20260304-050607"),
                new RunPlace(RUNS, "netz ü 漢 #1 50%.headwater").next(NOW, path -> false));
    }

    @Test
    void whatIsTakenIsPassedOver() {
        String name = "a-20260304-050607";
        Set<Path> taken = Set.of(RUNS.resolve(name), RUNS.resolve(name + "-2"));
        assertEquals(RUNS.resolve(name + "-3"), new RunPlace(RUNS, "a.headwater").next(NOW, taken::contains));
    }
}
