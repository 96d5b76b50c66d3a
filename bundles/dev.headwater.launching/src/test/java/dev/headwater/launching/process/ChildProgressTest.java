package dev.headwater.launching.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChildProgressTest {
    @Test
    void theEndOfAnEpochIsUnderstood() {
        ChildProgress progress = ChildProgress.of(
                "epoch  75/300  loss 0.4213  validation loss 0.4000, accuracy 90.0 %  1,234 steps/s  0:10 left")
                .orElseThrow();
        assertEquals(new ChildProgress(75, 300, 0.25, "0.4213"), progress);
    }

    @Test
    void aStepWithinAnEpochIsUnderstood() {
        ChildProgress progress = ChildProgress.of("epoch 3/4  step 1,500/3,000  loss 1.20e-05").orElseThrow();
        assertEquals(new ChildProgress(3, 4, 0.625, "1.20e-05"), progress);
    }

    @Test
    void aLossThatIsNoNumberIsShownAsItIs() {
        assertEquals("NaN", ChildProgress.of("epoch 1/2  loss NaN  5 steps/s  0:01 left").orElseThrow().loss());
    }

    @Test
    void otherLinesSayNothing() {
        for (String line : new String[] {"", "epoch", "epoch x/y  loss 1", "network  epoch 1/2  loss 1",
                "epoch 1/2  step ,/,  loss", "epoch 99999999999/2  loss 1"}) {
            assertTrue(ChildProgress.of(line).isEmpty(), line);
        }
    }
}
