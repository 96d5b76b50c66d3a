package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.optimizer.Adam;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.GradientNoise;
import dev.headwater.core.schedule.Constant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static Recipe withParts(OptionalInt parts) {
        Recipe r = Recipe.byDefault();
        return new Recipe(r.optimizer(), r.batch(), r.epochs(), r.seed(), parts, r.threads(), r.probe(), r.fit(),
                r.clip(), r.gradientNoise(), r.schedule(), r.accumulate(), r.stopping(), r.conditioning());
    }

    @Test
    void theDefaultsAreThoseOfTheFormat() {
        assertEquals(new Recipe(new Adam(0.001, 0.9, 0.999, 1e-8), 32, 10, 1, OptionalInt.empty(), OptionalInt.empty(),
                new Probe(1, 1, 32, 16, 100, 16), new Fit.GradientFit(), new Clip.None(), GradientNoise.NONE,
                new Constant(), 1, new Stopping.Never(), new Conditioning.None()), Recipe.byDefault());
    }

    @Test
    void aStepIsCutInTwoFrom128Rows() {
        Recipe auto = withParts(OptionalInt.empty());
        assertEquals(1, auto.partsFor(1));
        assertEquals(1, auto.partsFor(127));
        assertEquals(2, auto.partsFor(128));
        assertEquals(2, auto.partsFor(100_000));
        assertEquals(4, withParts(OptionalInt.of(4)).partsFor(32));
        assertEquals(3, withParts(OptionalInt.of(4)).partsFor(3), "no part is empty");
    }
}
