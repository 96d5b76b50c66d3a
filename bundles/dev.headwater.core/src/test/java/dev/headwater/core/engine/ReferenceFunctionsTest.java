package dev.headwater.core.engine;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Gelu;
import dev.headwater.core.activation.Mish;
import dev.headwater.core.json.Json;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.loss.CategoricalCrossEntropy;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Activations and losses against tensors that libtorch computed in double. */
class ReferenceFunctionsTest {
    private static void assertAgrees(String name, Activation f) throws IOException {
        Json.Obj one = ReferenceTensorsTest.read(name);
        double[] x = ReferenceTensorsTest.values(one, "inputs", "x");
        double[] upstream = ReferenceTensorsTest.values(one, "upstream", "y");
        float[] z = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = (float) x[i];
        }
        float[] a = new float[x.length];
        float[] d = new float[x.length];
        f.valueAndSlope(z, a, d, x.length);
        double[] y = new double[x.length];
        double[] dx = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = a[i];
            dx[i] = d[i] * upstream[i];
        }
        double tolerance = ReferenceTensorsTest.tolerance(one);
        ReferenceTensorsTest.assertClose("y", ReferenceTensorsTest.values(one, "outputs", "y"), y, tolerance);
        ReferenceTensorsTest.assertClose("dx", ReferenceTensorsTest.values(one, "gradients", "x"), dx, tolerance);
    }

    @Test
    void geluByTanh() throws IOException {
        assertAgrees("act_gelu_tanh", new Gelu(Gelu.Form.TANH));
    }

    @Test
    void mish() throws IOException {
        assertAgrees("act_mish", new Mish());
    }

    @Test
    void smoothedCategoricalCrossEntropyFromLogits() throws IOException {
        Json.Obj one = ReferenceTensorsTest.read("loss_softmax_ce_smoothing01");
        Tensor logits = tensor(ReferenceTensorsTest.values(one, "inputs", "logits"), 4);
        Tensor target = tensor(ReferenceTensorsTest.values(one, "inputs", "target"), 1);
        Tensor gradient = tensor(new double[20], 4);
        StepPass pass = new StepPass();
        pass.set(0, 5, 5, null, true, 0);
        double loss = new CategoricalCrossEntropy(0.1, Weights.NONE).bind(true, logits, target, gradient).run(pass, 5);
        double tolerance = ReferenceTensorsTest.tolerance(one);
        ReferenceTensorsTest.assertClose("loss", ReferenceTensorsTest.values(one, "outputs", "loss"),
                new double[] {loss}, tolerance);
        ReferenceTensorsTest.assertClose("gradient", ReferenceTensorsTest.values(one, "gradients", "logits"),
                LayerBench.read(gradient), tolerance);
    }

    private static Tensor tensor(double[] values, int columns) {
        Tensor tensor = Tensor.batch("t", FloatBuffer.allocate(values.length), Shape.of(columns),
                values.length / columns);
        LayerBench.write(tensor, values);
        return tensor;
    }
}
