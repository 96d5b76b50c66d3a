package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.optimizer.Adam;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.GradientNoise;
import dev.headwater.core.schedule.Constant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        Graph dense = graph("""
                {"id": "in", "layer": "Input", "shape": [512]},
                {"id": "out", "layer": "Dense", "from": ["in"], "units": 512}""");
        assertEquals(1, auto.partsFor(dense, 1));
        assertEquals(1, auto.partsFor(dense, 127));
        assertEquals(2, auto.partsFor(dense, 128));
        assertEquals(2, auto.partsFor(dense, 100_000));
        assertEquals(4, withParts(OptionalInt.of(4)).partsFor(dense, 32));
        assertEquals(3, withParts(OptionalInt.of(4)).partsFor(dense, 3), "no part is empty");
    }

    @Test
    void whereWeightsAreSharedAStepIsCutInTwoFrom8Rows() {
        Recipe auto = withParts(OptionalInt.empty());
        Graph images = graph("""
                {"id": "in", "layer": "Input", "shape": [32, 32, 16]},
                {"id": "out", "layer": "Conv2D", "from": ["in"], "filters": 16, "kernel": 3}""");
        assertEquals(1, auto.partsFor(images, 7));
        assertEquals(2, auto.partsFor(images, 8));
        assertEquals(1, withParts(OptionalInt.of(1)).partsFor(images, 8));
        Graph sequences = graph("""
                {"id": "in", "layer": "Input", "shape": [100, 2]},
                {"id": "out", "layer": "LSTM", "from": ["in"], "units": 8}""");
        assertEquals(1, auto.partsFor(sequences, 64), "too little to do");
    }

    private static Graph graph(String nodes) {
        String text = "{\"headwater\": 1, \"nodes\": [" + nodes
                + "], \"losses\": [{\"node\": \"out\", \"loss\": \"mse\"}]}";
        Network network = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8)).network();
        return Graph.of(network, new ArrayList<>());
    }
}
