package dev.headwater.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Problems;
import dev.headwater.core.data.Batch;
import dev.headwater.core.data.Batches;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.data.Origin;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.engine.Arrays;
import dev.headwater.core.engine.Model;
import dev.headwater.core.json.Position;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.SeriesKind;
import dev.headwater.core.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network file becomes a trained network where every bundle has its own class loader. */
class TrainingInOsgiTest {
    private static final int STEPS = 600;
    private static final String XOR = """
            {"headwater": 1,
             "nodes": [
              {"id": "in", "layer": "Input", "shape": [2]},
              {"id": "hidden", "layer": "Dense", "from": ["in"], "units": 8, "activation": "tanh"},
              {"id": "out", "layer": "Dense", "from": ["hidden"], "units": 1, "activation": "sigmoid"}],
             "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
             "data": {"source": "xor", "points": 256},
             "recipe": {"optimizer": {"kind": "adam", "learningRate": 0.02}, "batch": 32, "seed": 7}}
            """;

    private final Network network = network();

    private static Network network() {
        NetworkFile.Parsed parsed = NetworkFile.read("xor.headwater", XOR.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), parsed.problems());
        return parsed.network();
    }

    private Model model() {
        List<Problem> problems = new ArrayList<>();
        Graph graph = Graph.of(network, problems);
        assertEquals(List.of(), problems);
        Recipe recipe = network.recipe();
        Model model = new Model(graph, recipe.optimizer(), recipe.probe(), recipe.batch(), 2, 2);
        model.initialize(recipe.seed());
        return model;
    }

    private Batches batches() throws Exception {
        DataSpec spec = DataSpec.bind(network.data(), new Problems() {
            @Override
            public void error(Position at, String message) {
                throw new AssertionError(message);
            }

            @Override
            public void warning(Position at, String message) {
                throw new AssertionError(message);
            }
        });
        TrainingData data = spec.prepare(new Origin(Path.of(""), network.recipe().seed()));
        return new Batches(data.data(), data.parts().train(), network.recipe().batch(), true, 7, 0, 0);
    }

    private static double step(Model model, Batches batches) throws Exception {
        Batch batch = batches.next();
        try {
            return model.step(batch.inputs(), batch.targets(), batch.rows());
        } finally {
            batches.release(batch);
        }
    }

    @Test
    void theLossFallsAndEveryGradientIsFinite() throws Exception {
        double first = 0;
        double last = 0;
        try (Model model = model(); Batches batches = batches()) {
            for (int i = 0; i < STEPS; i++) {
                double loss = step(model, batches);
                assertGradients(model);
                first += i < 8 ? loss / 8 : 0;
                last += i >= STEPS - 8 ? loss / 8 : 0;
            }
        }
        assertTrue(first > 0.4 && last < 0.1, "the mean loss was " + first + ", then " + last);
    }

    private static void assertGradients(Model model) {
        assertTrue((model.flags() & FrameFlags.PARAMETERS) != 0);
        FrameLayout layout = model.layout();
        for (String node : List.of("hidden", "out")) {
            for (String parameter : List.of("weight", "bias")) {
                int series = layout.indexOf(node, SeriesKind.PARAMETER, parameter);
                for (String quantity : SeriesKind.PARAMETER.quantities()) {
                    assertTrue(Double.isFinite(model.values()[layout.offset(series, quantity)]), quantity);
                }
                String name = node + "/" + parameter + " in step " + model.step();
                assertTrue(model.values()[layout.offset(series, "l2")] > 0, name);
                assertTrue(model.values()[layout.offset(series, "updateNorm")] > 0, name);
                assertEquals(0, model.values()[layout.offset(series, "nonFinite")], name);
            }
        }
    }

    @Test
    void aViewOfATensorIsTheSameMemory() throws Exception {
        try (Model model = model(); Batches batches = batches()) {
            Tensor weight = model.tensors().get("hidden/weight");
            INDArray view = Arrays.view(weight);
            assertArrayEquals(new long[] {8, 2}, view.shape());
            weight.data().put(3, 1.25f);
            assertEquals(1.25, view.getDouble(1, 1));
            view.putScalar(new int[] {7, 0}, -2.5);
            assertEquals(-2.5f, weight.data().get(14));
            view.muli(2);
            assertEquals(2.5f, weight.data().get(3));

            INDArray before = view.dup();
            step(model, batches);
            assertFalse(before.equals(view), "a step is seen through the view");
        }
    }
}
