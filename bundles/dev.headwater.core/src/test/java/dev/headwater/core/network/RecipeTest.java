package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.optimizer.Adam;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static Recipe withParts(OptionalInt parts) {
        Recipe r = Recipe.byDefault();
        return new Recipe(r.optimizer(), r.batch(), r.epochs(), r.seed(), parts, r.threads(), r.probe(), r.fit(),
                r.conditioning());
    }

    @Test
    void theDefaultsAreThoseOfTheFormat() {
        assertEquals(new Recipe(new Adam(0.001, 0.9, 0.999, 1e-8), 32, 10, 1, OptionalInt.empty(), OptionalInt.empty(),
                new Probe(1, 1, 32, 16, 100), new Fit.GradientFit(), new Conditioning.None()), Recipe.byDefault());
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
