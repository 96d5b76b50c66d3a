package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.remedy.Description;
import dev.headwater.core.remedy.Remedies;
import dev.headwater.trainer.reproduction.Claim;
import dev.headwater.trainer.reproduction.Reproduction;
import dev.headwater.trainer.reproduction.Reproductions;
import dev.headwater.trainer.reproduction.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediesPageTest {
    private static final Path PAGE = Cli.root().resolve("docs/remedies.md");
    private static final Path RESULTS = Cli.root().resolve("docs/reproductions.json");

    @Test
    void thePageInTheRepositoryIsThatOfTheCatalog() throws IOException {
        String page = Cli.run("catalog", "--remedies", "--results", RESULTS).ok().out();
        if (Boolean.getBoolean("headwater.remedies.update")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE).replace("\r\n", "\n"), page.replace("\r\n", "\n"),
                "remedies or figures changed: run this test once with -Dheadwater.remedies.update=true");
    }

    @Test
    void everyRemedySaysAllAndItsFiguresExist() {
        Set<String> figures = new HashSet<>();
        for (Reproduction one : Reproductions.ALL) {
            for (Claim claim : one.claims(new Scope(false, null))) {
                assertTrue(figures.add(one.name() + "/" + claim.what()), claim.what() + " twice");
            }
        }
        Set<String> names = new HashSet<>();
        for (Description remedy : Remedies.ALL) {
            assertTrue(names.add(remedy.name()), remedy.name() + " twice");
            for (String text : new String[] {remedy.title(), remedy.formula(), remedy.paper(), remedy.helps(), remedy
                    .fails()}) {
                assertFalse(text.isBlank(), remedy.name());
            }
            assertTrue(remedy.helps().endsWith(".") && remedy.fails().endsWith("."), remedy.name());
            assertFalse(remedy.formula().contains("`"), remedy.name());
            for (Description.Evidence evidence : remedy.evidence()) {
                assertTrue(figures.contains(evidence.reproduction() + "/" + evidence.figure()), remedy.name() + ": "
                        + evidence);
            }
        }
    }

    @Test
    void savedFiguresAppearOnThePage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("found.json");
        Cli.run("reproduce", "narma", "--quick", "--quiet", "--save", file).ok();
        Cli.run("reproduce", "memory-capacity", "--quick", "--quiet", "--save", file, "--only", "linear units").ok();
        Cli.run("reproduce", "memory-capacity", "--quick", "--quiet", "--save", file, "--only", "strong input").ok();
        String page = Cli.run("catalog", "--remedies", "--results", file).ok().out();
        assertTrue(page.contains("| `narma` | NMSE, 200 units | 0.032 (unverified) | 0.0"), page);
        assertTrue(page.contains("(one seed)"), page);
        assertTrue(page.contains("| `circle` | SELU, LeCun uniform | 0.847 | not measured yet |"), page);
        assertFalse(page.contains("| `memory-capacity` | capacity, linear units | at most 20, nearly reached | not"),
                page);
        Files.writeString(file, "[]");
        Cli.run("catalog", "--remedies", "--results", file).refused(2, "holds no object of findings");
        Cli.run("catalog", "--remedies", "--results", folder.resolve("none")).refused(2, "cannot be read");
    }
}
