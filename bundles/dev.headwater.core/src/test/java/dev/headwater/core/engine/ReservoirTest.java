package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.EchoState;
import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.ReadOut;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import dev.headwater.core.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden numbers of reservoirs: the echo state property and the memory capacity (Jaeger 2001, 2002). */
class ReservoirTest {
    private static String design(int time, String echo, int outputs) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [" + time + ", 1]},"
                + "{'id': 'echo', 'layer': 'EchoState', 'from': ['in'], " + echo + "},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['echo'], 'units': " + outputs + "}],"
                + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}],"
                + "'recipe': {'fit': {'fit': 'ridge', 'alpha': 1e-9, 'washout': 200}}}";
    }

    private static float[] uniform(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static Model model(Network network, Graph graph, int batch) {
        return new Model(graph, network.recipe().optimizer(), network.recipe().probe(), batch, 1, 1);
    }

    /** How far two states are apart after 300 steps of the same input, having started 1 apart in every unit. */
    private static double apart(double radius) {
        Network network = Nets.network(design(300, "'units': 50, 'spectralRadius': " + radius
                + ", 'inputScaling': 0.1", 1));
        Graph graph = Nets.graph(network);
        float[] input = uniform(300, 4);
        float[][] last = new float[2][50];
        for (int start = 0; start < 2; start++) {
            try (Model model = model(network, graph, 1)) {
                model.initialize(3);
                Tensor at = model.tensors().get("state/echo/start");
                for (int i = 0; i < 50; i++) {
                    at.data().put(i, start);
                }
                model.forward(input, new float[300], null, 1, 1);
                model.parts()[0].output(1).data().get(299 * 50, last[start]);
            }
        }
        double sum = 0;
        for (int i = 0; i < 50; i++) {
            sum += Math.pow(last[0][i] - last[1][i], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void aReservoirOfRadiusBelowOneForgetsItsStartAndOneAboveDoesNot() {
        assertTrue(apart(0.8) < 1e-6, "0.8: " + apart(0.8));
        assertTrue(apart(1.8) > 0.1, "1.8: " + apart(1.8));
    }

    /** Σ over delays of the squared correlation of the best read-out with the delayed input, on fresh input. */
    private static double memory(int units, String more, int delays, int time, long seed) {
        Network network = Nets.network(design(time, "'units': " + units + ", " + more, delays));
        Graph graph = Nets.graph(network);
        try (Model model = model(network, graph, 1)) {
            model.initialize(seed);
            float[] input = uniform(time, seed);
            Ridge ridge = new Ridge(model, ReadOut.of(graph, (RidgeFit) network.recipe().fit()), 1e-9);
            ridge.add(input, delayed(input, delays), null, 1);
            ridge.solve();
            float[] fresh = uniform(time, seed + 100);
            float[] output = new float[time * delays];
            new Prediction(model, graph).run(fresh, 1, output);
            float[] wanted = delayed(fresh, delays);
            double capacity = 0;
            for (int k = 0; k < delays; k++) {
                double xy = 0;
                double xx = 0;
                double yy = 0;
                for (int t = 200; t < time; t++) {
                    double x = output[t * delays + k];
                    double y = wanted[t * delays + k];
                    xy += x * y;
                    xx += x * x;
                    yy += y * y;
                }
                capacity += xx == 0 ? 0 : xy * xy / (xx * yy);
            }
            return capacity;
        }
    }

    private static float[] delayed(float[] input, int delays) {
        float[] targets = new float[input.length * delays];
        for (int t = 0; t < input.length; t++) {
            for (int k = 0; k < delays && k < t; k++) {
                targets[t * delays + k] = input[t - k - 1];
            }
        }
        return targets;
    }

    @Test
    void theMemoryOfALinearReservoirIsNearItsSizeAndNeverAbove() {
        double linear = memory(20, "'activation': 'linear', 'spectralRadius': 0.95, 'density': 1,"
                + "'inputScaling': 0.1", 40, 4000, 1);
        assertTrue(linear > 0.9 * 19 && linear < 20.5, "linear: " + linear);
        double bent = memory(20, "'spectralRadius': 0.95, 'density': 1, 'inputScaling': 2", 40, 4000, 1);
        assertTrue(bent < 0.7 * linear, "tanh, strong input: " + bent);
    }

    @Test
    void aFreeRunStepByStepSaysWhatTheWholeSequenceSays() {
        String text = design(30, "'units': 20, 'feedback': 1, 'biasScaling': 0.3", 1).replace("'washout': 200",
                "'washout': 2");
        Network network = Nets.network(text);
        Network single = Nets.network(text.replace("[30, 1]", "[1, 1]").replace("'washout': 2", "'washout': 0"));
        Graph graph = Nets.graph(network);
        Graph step = Nets.graph(single);
        try (Model model = model(network, graph, 1); Model stepper = model(single, step, 1)) {
            model.initialize(5);
            float[] input = uniform(30, 6);
            float[] whole = new float[30];
            new Prediction(model, graph).run(input, 1, whole);
            FreeRun run = new FreeRun(stepper, step);
            run.take(model);
            for (int t = 0; t < 20; t++) {
                assertEquals(whole[t], run.follow(new float[] {input[t]})[0], 1e-5f, "step " + t);
            }
            run.mark();
            float first = run.goOn(new float[1])[0];
            run.goOn(new float[1]);
            run.back();
            assertEquals(first, run.goOn(new float[1])[0], "back where it was");
            run.back();
            assertEquals(first, run.follow(new float[] {whole[19]})[0], 1e-5f, "its own output is its next input");
        }
    }

    @Test
    void noiseComesOnlyWhileTrainingAndAsTheSeedSays() {
        Network network = Nets.network(design(300, "'units': 10, 'noise': 0.01", 1));
        Graph graph = Nets.graph(network);
        float[] input = uniform(300, 2);
        float[][] states = new float[4][10];
        for (int i = 0; i < 4; i++) {
            try (Model model = model(network, graph, 1)) {
                model.initialize(1);
                if (i < 2) {
                    model.harvest(input, new float[300], null, 1);
                } else {
                    model.forward(input, new float[300], null, 1, 1);
                }
                model.parts()[0].output(1).data().get(299 * 10, states[i]);
            }
        }
        assertEquals(states[0][0], states[1][0]);
        assertEquals(states[2][0], states[3][0]);
        double apart = Math.abs(states[0][0] - states[2][0]);
        assertTrue(apart > 1e-6 && apart < 0.1, "apart by " + apart);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertSays("[time, features], its input is [5]", "'units': 3", Shape.of(5));
        assertSays("feeds back 2 outputs", "'units': 3, 'feedback': 2", Shape.of(5, 1));
        assertSays("has only 5; set washout below that", "'units': 3, 'washout': 5", Shape.of(5, 1));
    }

    private static void assertSays(String words, String echo, Shape input) {
        EchoState layer = (EchoState) Nets.graph(Nets.network(design(300, echo.replace("'feedback': 2",
                "'feedback': 1"),
                1))).nodes().get(1).layer();
        EchoState asked = new EchoState(layer.units(), 0.9, 1, 1, 1, 1, echo.contains("feedback") ? 2 : 0, 1, 0, 0,
                layer
                        .washout(), layer.activation(), true);
        ShapeMismatch e = assertThrows(ShapeMismatch.class, () -> asked.outputShape(List.of(input)));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }
}
