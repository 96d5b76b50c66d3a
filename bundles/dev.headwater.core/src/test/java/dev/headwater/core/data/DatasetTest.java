package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class DatasetTest {
    private static Dataset data(Shape shape, float[] inputs, float[] targets, List<String> classes, Part... parts) {
        return new Dataset("the rows", shape, Shape.of(1), inputs, targets, classes, parts.length == 0 ? null : parts);
    }

    private static Dataset pets() {
        return data(Shape.of(2), new float[] {1, 2, 3, 4, 5, 6}, new float[] {0, 1, 0}, List.of("cat", "dog"));
    }

    @Test
    void gatherCopiesTheRowsAsked() {
        float[] inputs = new float[6];
        float[] targets = new float[3];
        pets().gather(new int[] {9, 2, 1}, 1, 2, inputs, targets);
        assertArrayEquals(new float[] {5, 6, 3, 4, 0, 0}, inputs);
        assertArrayEquals(new float[] {0, 1, 0}, targets);
    }

    @Test
    void classesOfAnotherRunRenumberTheTargets() throws DataException {
        Dataset seen = pets().withClasses(List.of("ant", "dog", "cat"));
        assertEquals(List.of(2f, 1f, 2f), List.of(seen.target(0, 0), seen.target(1, 0), seen.target(2, 0)));
        assertEquals(3, seen.classes().size());
        Dataset same = pets();
        assertSame(same, same.withClasses(List.of("cat", "dog")));
    }

    @Test
    void labelsThatTheOtherRunDidNotKnowAreRefused() {
        refused(() -> pets().withClasses(List.of("cat", "ant")), "the label 'dog'", "'cat', 'ant'");
        refused(() -> pets().withClasses(List.of()), "'cat', 'dog'", "trained on numbers");
        Dataset numbers = data(Shape.of(1), new float[1], new float[] {0.5f}, List.of());
        refused(() -> numbers.withClasses(List.of("a")), "numbers as targets");
    }

    @Test
    void theHashChangesWithEverythingThatTrainingSees() {
        Set<String> hashes = new HashSet<>();
        float[] inputs = {1, 2, 3, 4};
        float[] targets = {0, 1};
        List<String> ab = List.of("a", "b");
        hashes.add(data(Shape.of(2), inputs, targets, ab).hash());
        hashes.add(data(Shape.of(2, 1), inputs, targets, ab).hash());
        hashes.add(data(Shape.of(2), new float[] {1, 2, 3, 4.0000005f}, targets, ab).hash());
        hashes.add(data(Shape.of(2), inputs, new float[] {1, 0}, ab).hash());
        hashes.add(data(Shape.of(2), inputs, targets, List.of("a", "c")).hash());
        hashes.add(data(Shape.of(2), inputs, targets, List.of()).hash());
        hashes.add(data(Shape.of(2), inputs, targets, ab, Part.TRAIN, Part.TEST).hash());
        hashes.add(data(Shape.of(2), inputs, targets, ab, Part.TEST, Part.TRAIN).hash());
        assertEquals(8, hashes.size());
        assertEquals(64, hashes.iterator().next().length());
    }

    @Test
    void theHashCoversMoreThanOneChunk() {
        float[] inputs = new float[100_000];
        String before = data(Shape.of(1), inputs, new float[100_000], List.of()).hash();
        float[] changed = inputs.clone();
        changed[99_999] = 1;
        assertNotEquals(before, data(Shape.of(1), changed, new float[100_000], List.of()).hash());
    }

    @Test
    void arraysThatDoNotFitTogetherAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> data(Shape.of(2), new float[3], new float[2], List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> data(Shape.of(1), new float[2], new float[] {0, 2}, List.of("a", "b")));
        assertThrows(IllegalArgumentException.class,
                () -> data(Shape.of(1), new float[1], new float[] {Float.NaN}, List.of("a", "b")));
        assertThrows(IllegalArgumentException.class,
                () -> data(Shape.of(1), new float[2], new float[2], List.of(), Part.TRAIN));
    }
}
