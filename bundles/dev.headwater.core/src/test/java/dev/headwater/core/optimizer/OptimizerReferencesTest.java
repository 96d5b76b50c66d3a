package dev.headwater.core.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ten steps on a quadratic as libtorch takes them. */
class OptimizerReferencesTest {
    private static void follow(String name, Optimizer optimizer) throws IOException {
        String shared = System.getProperty("headwater.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "goldens")),
                "the reference tensors are not there (../shared/goldens)");
        Json.Obj one = (Json.Obj) JsonReader.read(Path.of(shared, "goldens", name + ".json"));
        double[] a = values(one, "inputs", "A");
        double[] b = values(one, "inputs", "b");
        double[] theta = values(one, "outputs", "theta");
        double[] gradients = values(one, "outputs", "gradient");
        double deviation = Json.toDouble(((Json.Obj) one.get("check")).get("float32_deviation"));
        double tolerance = 3 * Math.max(2e-6, 20 * deviation); // the largest theta is 3
        float[] w = new float[4];
        for (int i = 0; i < 4; i++) {
            w[i] = (float) theta[i];
        }
        Updater updater = optimizer.bind();
        float[][] slots = new float[optimizer.slots().size()][4];
        for (int t = 0; t < 10; t++) {
            float[] g = new float[4];
            for (int i = 0; i < 4; i++) {
                double sum = -b[i];
                for (int k = 0; k < 4; k++) {
                    sum += a[4 * i + k] * w[k];
                }
                g[i] = (float) sum;
                assertEquals(gradients[4 * t + i], g[i], 5 * tolerance, name + " gradient " + t);
            }
            updater.begin(t, optimizer.learningRate());
            updater.update(w, g, slots, 4, true);
            for (int i = 0; i < 4; i++) {
                assertEquals(theta[4 * (t + 1) + i], w[i], tolerance, name + " step " + t + " [" + i + "]");
            }
        }
    }

    private static double[] values(Json.Obj of, String group, String name) {
        Json.Obj tensor = (Json.Obj) ((Json.Obj) of.get(group)).get(name);
        return ((Json.Arr) tensor.get("data")).items().stream().mapToDouble(Json::toDouble).toArray();
    }

    /** The case is called adamw, but its settings and numbers are those of a decay added to the gradient. */
    @Test
    void adamWithADecayInTheGradient() throws IOException {
        follow("opt_adamw_quadratic", new Adam(0.05, 0.9, 0.999, 1e-8, 0.01));
    }

    @Test
    void nadam() throws IOException {
        follow("opt_nadam_quadratic", new Nadam(0.05, 0.9, 0.999, 1e-8, 0.004, 0));
    }

    @Test
    void rprop() throws IOException {
        follow("opt_rprop_pytorch_irpropminus_quadratic", new Rprop(0.01, 0.5, 1.2, 1e-6, 50));
    }
}
