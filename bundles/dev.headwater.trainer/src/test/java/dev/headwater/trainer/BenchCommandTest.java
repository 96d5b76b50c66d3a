package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.trainer.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked of the benchmarks; they themselves are no part of the product. */
class BenchCommandTest {
    @Test
    void withoutACheckoutItSaysWhoRunsIt() throws Exception {
        Cli.run("bench", "lstm128").refused(2, "./headwater of a checkout");
    }

    @Test
    void whatMeasuresIsToldWhatWasAskedFor() {
        List<BenchCommand> asked = new ArrayList<>();
        Screen screen = Screen.of(new PrintStream(new ByteArrayOutputStream()), System.err);
        int code = Main.run(new String[] {"bench", "lstm128", "--no-peers", "resnet20", "--json"}, screen,
                new BenchCommand(command -> {
                    asked.add(command);
                    return 1;
                }));
        assertEquals(1, code);
        assertEquals(List.of("lstm128", "resnet20"), asked.getFirst().workloads());
        assertFalse(asked.getFirst().peers());
        assertTrue(asked.getFirst().json());
        assertFalse(asked.getFirst().quick());
    }
}
