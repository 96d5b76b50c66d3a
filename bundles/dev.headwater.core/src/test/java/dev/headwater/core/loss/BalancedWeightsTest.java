package dev.headwater.core.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.catalog.Problems;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.network.Vocabulary;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BalancedWeightsTest {
    private static final ClassWeighted SEVERAL = new CategoricalCrossEntropy(0.1, Weights.BALANCED);
    private static final ClassWeighted TWO = new BinaryCrossEntropy(0.1, Weights.BALANCED);

    @Test
    void everyClassWeighsTheSameTogether() {
        float[] targets = {0, 2, 0, 1, 0, 2, 0, 0};
        Weights weights = SEVERAL.balanced(targets, 3, List.of("a", "b", "c")).weights();
        assertEquals(List.of(8 / 15.0, 8 / 3.0, 4 / 3.0), weights.values());
    }

    @Test
    void yesWeighsAsManyNoesAsThereAreForIt() {
        float[] targets = {1, 0, 0, 1, 0, 0.5f, 0, 0.5f};
        assertEquals(List.of(3.0, 1.0), TWO.balanced(targets, 2, List.of()).weights().values());
        assertEquals(List.of(5 / 3.0), TWO.balanced(targets, 1, List.of("no", "yes")).weights().values());
    }

    @Test
    void theOtherSettingsStay() {
        assertEquals(new CategoricalCrossEntropy(0.1, Weights.of(1, 1)), SEVERAL.balanced(new float[] {0, 1}, 2,
                List.of("a", "b")));
        assertEquals(new BinaryCrossEntropy(0.1, Weights.of(1)), TWO.balanced(new float[] {0, 1}, 1, List.of()));
    }

    private static void assertRefused(String message, ClassWeighted loss, float[] targets, int units,
            String... classes) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> loss.balanced(targets, units, List.of(
                classes))).getMessage());
    }

    @Test
    void whatNeverOccursIsNamed() {
        assertRefused("categorical-cross-entropy cannot balance its classWeights: the class 'b' never occurs; give"
                + " classWeights as numbers", SEVERAL, new float[] {0, 2}, 3, "'a'", "'b'", "'c'");
        assertRefused("categorical-cross-entropy cannot balance its classWeights: of its 3 units the data use only the"
                + " first 2; give classWeights as numbers", SEVERAL, new float[] {0, 1}, 3, "'a'", "'b'");
        assertRefused("binary-cross-entropy cannot balance its positiveWeights: the class 'no' never occurs; give"
                + " positiveWeights as numbers", TWO, new float[] {1, 1}, 1, "'no'", "'yes'");
        assertRefused("binary-cross-entropy cannot balance its positiveWeights: the target 1 of unit 2 never occurs;"
                + " give positiveWeights as numbers", TWO, new float[] {1, 0, 0, 0}, 2);
    }

    @Test
    void theWordIsReadAndWritten() {
        Json said = Json.object().put("loss", "categorical-cross-entropy").put("classWeights", "balanced").build();
        Loss loss = Vocabulary.binder().bind(Losses.ALL, said, Set.of(), new Complaining());
        assertEquals(new CategoricalCrossEntropy(0, Weights.BALANCED), loss);
        assertEquals(said, Vocabulary.binder().unbind(loss));
        Complaining problems = new Complaining();
        Vocabulary.binder().bind(Losses.ALL, Json.object().put("loss", "bce").put("positiveWeights", "even").build(),
                Set.of(), problems);
        assertEquals("'positiveWeights' of binary-cross-entropy must be a list of numbers, or \"balanced\", was 'even'",
                problems.error);
    }

    private static final class Complaining implements Problems {
        private String error;

        @Override
        public void error(Position at, String message) {
            error = message;
        }

        @Override
        public void warning(Position at, String message) {
            error = message;
        }
    }

    @Test
    void withoutNumbersThereIsNothingToCompute() {
        Tensor one = Tensor.batch("y", FloatBuffer.allocate(2), Shape.of(2), 1);
        assertThrows(IllegalStateException.class, () -> SEVERAL.bind(true, one, one, one));
    }
}
