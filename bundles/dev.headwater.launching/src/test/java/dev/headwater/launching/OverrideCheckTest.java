package dev.headwater.launching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideCheckTest {
    private static final String NETWORK = """
            {"headwater": 1,
             "nodes": [{"id": "in", "layer": "Input", "shape": [2]},
                       {"id": "out", "layer": "Dense", "from": ["in"], "units": 1}],
             "losses": [{"node": "out", "loss": "mean-squared-error"}],
             "data": {"source": "xor"}}
            """;

    @TempDir
    private Path temporary;

    private OverrideCheck check(String text) throws IOException {
        return OverrideCheck.of(Files.writeString(temporary.resolve("net.headwater"), text));
    }

    @Test
    void settingsThatFitAreFine() throws IOException {
        assertNull(check(NETWORK).problem(List.of("recipe.epochs=20", "nodes.out.units=3")));
        assertNull(check(NETWORK).problem(List.of()));
    }

    @Test
    void anUnknownPathNamesTheNearest() throws IOException {
        String problem = check(NETWORK).problem(List.of("recipe.epocs=20"));
        assertEquals("unknown path 'recipe.epocs'; did you mean recipe.epochs?", problem);
    }

    @Test
    void aValueThatIsNoneIsRefused() throws IOException {
        String problem = check(NETWORK).problem(List.of("recipe.epochs=many"));
        assertTrue(problem.contains("epochs"), problem);
    }

    @Test
    void aLineWithoutAnEqualsSignIsRefused() {
        String problem = OverrideCheck.NONE.problem(List.of("epochs"));
        assertTrue(problem.contains("PATH=VALUE"), problem);
    }

    @Test
    void aBrokenFileIsNotHeldAgainstTheSettings() throws IOException {
        assertNull(check("{").problem(List.of("recipe.epochs=20", "nodes.out.units=3")));
        assertNull(check(NETWORK.replace("\"units\": 1", "\"units\": -1")).problem(List.of("recipe.epochs=20")));
    }
}
