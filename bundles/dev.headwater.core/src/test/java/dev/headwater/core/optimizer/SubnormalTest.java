package dev.headwater.core.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubnormalTest {
    static Stream<Optimizer> optimizers() {
        return Stream.of(new Sgd(0.01, 0.9), new Sgd(0.01, 0.9, true, 0), new Adam(0.001, 0.9, 0.999, 1e-8, 0),
                new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void meansOfGradientsThatHaveStoppedFadeAndAreNeverSubnormal(Optimizer optimizer) {
        Updater updater = optimizer.bind();
        float[] w = {1, 1, 1};
        float[] g = {1, 1e-20f, 1e-38f};
        float[][] slots = new float[optimizer.slots().size()][3];
        for (int step = 0; step < 100_000; step++) {
            updater.begin(step, 0.001);
            updater.update(w, g, slots, 3, false);
            for (float[] slot : slots) {
                for (float x : slot) {
                    assertTrue(x == 0 || Math.abs(x) >= 0x1p-126f, () -> optimizer + ": " + x);
                }
            }
            g = new float[3];
        }
        for (float[] slot : slots) {
            for (float x : slot) {
                assertEquals(0, x, 1e-34f, optimizer.toString());
            }
        }
    }

    @Test
    void whatCanBeSeenStays() {
        for (float x : new float[] {1, -1, 1e-20f, 1e-24f, 3e30f, 0}) {
            assertEquals(x, Subnormal.flushed(x), Math.abs(x) * 1e-7f);
        }
    }
}
