package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
    private long now;

    /** Makes steps that take so long with and without the second thread; how many were made with it. */
    private int made(Pace pace, int steps, long with, long without) {
        int together = 0;
        for (int i = 0; i < steps; i++) {
            together += pace.together() ? 1 : 0;
            now += pace.together() ? with : without;
            pace.step(now);
        }
        return together;
    }

    @Test
    void theFasterWayIsTaken() {
        Pace helps = new Pace();
        made(helps, 200, 80, 100);
        assertEquals(250, made(helps, 250, 80, 100));
        Pace hinders = new Pace();
        made(hinders, 200, 120, 100);
        assertEquals(0, made(hinders, 250, 120, 100));
    }

    @Test
    void whatTheFirstStepsSayIsDoubtedSoon() {
        Pace pace = new Pace();
        made(pace, 200, 120, 100);
        assertTrue(made(pace, 500, 80, 100) > 100, "the JVM has compiled meanwhile");
        assertEquals(1000, made(pace, 1000, 80, 100));
    }

    @Test
    void bothAreTriedAgainLater() {
        Pace pace = new Pace();
        made(pace, 10_000, 120, 100);
        int tried = made(pace, 20_100, 120, 100);
        assertTrue(tried > 20 && tried < 100, tried + " steps were tried");
        made(pace, 20_100, 80, 100);
        assertEquals(1000, made(pace, 1000, 80, 100), "the machine has become free");
    }

    @Test
    void aSlowMomentDoesNotDecide() {
        Pace pace = new Pace();
        made(pace, 3, 5_000_000, 5_000_000);
        made(pace, 200, 80, 100);
        assertEquals(100, made(pace, 100, 80, 100));
    }
}
