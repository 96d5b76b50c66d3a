package dev.headwater.core.engine;

import static dev.headwater.core.engine.ReferenceTensorsTest.assertClose;
import static dev.headwater.core.engine.ReferenceTensorsTest.read;
import static dev.headwater.core.engine.ReferenceTensorsTest.tolerance;
import static dev.headwater.core.engine.ReferenceTensorsTest.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Blocks;
import dev.headwater.core.network.Network;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The block {@code pre-norm-transformer} against libtorch's tensors: layers, their wiring and the forks in one. The
 * gradient fed into the output is made by a mean squared error whose target lies as far off as it must.
 */
class TransformerReferenceTest {
    private static final String[] NAMES = {"ln1_w", "norm1/weight", "ln1_b", "norm1/bias", "ln2_w", "norm2/weight",
            "ln2_b", "norm2/bias", "wq", "attention/wq", "bq", "attention/bq", "wk", "attention/wk", "bk",
            "attention/bk", "wv", "attention/wv", "bv", "attention/bv", "wo", "attention/wo", "bo", "attention/bo",
            "w1", "wide/weight", "b1", "wide/bias", "w2", "narrow/weight", "b2", "narrow/bias"};

    @Test
    void thePreNormBlockIsLibtorchs() throws IOException {
        Json.Obj one = read("prenorm_block");
        assumeTrue(Layers.ALL.find("LayerNorm") != null && Activations.ALL.find("gelu") != null,
                "waits for LayerNorm and gelu");
        // Places are learned at nothing before the block, so that the gradient of its input is seen.
        Network network = Blocks.define(Nets.network("{'headwater': 1, 'nodes': ["
                + "{'id': 'in', 'layer': 'Input', 'shape': [5, 8]},"
                + "{'id': 'x', 'layer': 'PositionalEmbedding', 'from': ['in'], 'weight': 'zeros'},"
                + "{'id': 'stage', 'block': 'pre-norm-transformer', 'from': ['x'], 'units': 8, 'heads': 2,"
                + "'hidden': 16}], 'losses': [{'node': 'stage', 'loss': 'mean-squared-error'}],"
                + "'recipe': {'optimizer': {'kind': 'sgd', 'learningRate': 1e-9}}}"), "pre-norm-transformer");
        double[] y = values(one, "outputs", "y");
        double[] upstream = values(one, "upstream", "y");
        float[] target = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            target[i] = (float) (y[i] - upstream[i] * y.length / 2);
        }
        double tolerance = tolerance(one);
        try (Model model = new Model(Nets.graph(network), network.recipe().optimizer(), network.recipe().probe(), 2, 1,
                1)) {
            model.initialize(1);
            for (int i = 0; i < NAMES.length; i += 2) {
                LayerBench.write(model.tensors().get("stage.1/" + NAMES[i + 1]), values(one, "parameters", NAMES[i]));
            }
            model.step(floats(values(one, "inputs", "x")), target, 2);
            double largest = 0;
            for (int i = 0; i < NAMES.length; i += 2) {
                for (double value : values(one, "gradients", NAMES[i])) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            for (int i = 0; i < NAMES.length; i += 2) {
                double[] gradient = LayerBench.read(model.gradients().get("stage.1/" + NAMES[i + 1]));
                if (NAMES[i].equals("bk")) { // 0 in exact arithmetic
                    for (double value : gradient) {
                        assertEquals(0, value, 1e-6 * largest, "bk");
                    }
                } else {
                    assertClose(NAMES[i], values(one, "gradients", NAMES[i]), gradient, tolerance);
                }
            }
            double[] dx = values(one, "gradients", "x");
            double[] sum = new double[40];
            for (int i = 0; i < dx.length; i++) {
                sum[i % 40] += dx[i];
            }
            assertClose("dx", sum, LayerBench.read(model.gradients().get("x/weight")), tolerance);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
