package dev.headwater.trainer.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.trainer.training.EpochScore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private EpochLines lines(EpochLines.Pace pace) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        EpochLines lines = new EpochLines(stream, stream, pace);
        lines.begin(0, 10, 1000);
        return lines;
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void epochs(EpochLines lines) {
        for (int epoch = 1; epoch <= 1000; epoch++) {
            lines.epoch(new EpochScore(epoch, epoch * 10L, 0.5, null, epoch * 0.001));
        }
    }

    @Test
    void aLogHasALineForEveryEpoch() {
        epochs(lines(EpochLines.ALL));
        assertEquals(1000, printed().size());
        assertEquals("epoch    1/1000  loss 0.5000  10,000 steps/s  0:01 left", printed().getFirst());
    }

    @Test
    void aConsoleHasTheFirstTheLastAndFewBetween() {
        epochs(lines(new EpochLines.Pace(Duration.ofHours(1), Duration.ofHours(2))));
        assertEquals(2, printed().size());
        assertTrue(printed().getLast().startsWith("epoch 1000/1000  loss 0.5000  10,000 steps/s"), printed().getLast());
    }

    @Test
    void aLongEpochGivesASignOfLife() {
        EpochLines lines = lines(new EpochLines.Pace(Duration.ZERO, Duration.ZERO));
        lines.step(23, 0.25);
        assertEquals(List.of("epoch    3/1000  step 3/10  loss 0.2500"), printed());
    }
}
