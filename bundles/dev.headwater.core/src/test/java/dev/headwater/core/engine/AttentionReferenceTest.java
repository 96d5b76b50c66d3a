package dev.headwater.core.engine;

import static dev.headwater.core.engine.ReferenceTensorsTest.assertClose;
import static dev.headwater.core.engine.ReferenceTensorsTest.read;
import static dev.headwater.core.engine.ReferenceTensorsTest.tolerance;
import static dev.headwater.core.engine.ReferenceTensorsTest.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.MultiHeadAttention;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AttentionReferenceTest {
    @Test
    void causalSelfAttention() throws IOException {
        Json.Obj one = read("mha_self_causal");
        MultiHeadAttention layer = new MultiHeadAttention(2, OptionalInt.empty(), true, new Zeros(), new Zeros(), true);
        try (LayerBench bench = new LayerBench(layer, List.of(Shape.of(5, 8)), 2, false)) {
            LayerBench.write(bench.input(0), values(one, "inputs", "x"));
            bench.parameters().forEach((name, tensor) -> LayerBench.write(tensor, values(one, "parameters", name)));
            bench.run(values(one, "upstream", "y"));
            double tolerance = tolerance(one);
            assertClose("y", values(one, "outputs", "y"), LayerBench.read(bench.output()), tolerance);
            assertClose("dx", values(one, "gradients", "x"), LayerBench.read(bench.inputGradient(0)), tolerance);
            double largest = bench.gradients().keySet().stream()
                    .flatMapToDouble(name -> Arrays.stream(values(one, "gradients", name))).map(Math::abs).max()
                    .orElseThrow();
            bench.gradients().forEach((name, tensor) -> {
                if (name.equals("bk")) { // 0 in exact arithmetic
                    for (double value : LayerBench.read(tensor)) {
                        assertEquals(0, value, 1e-6 * largest, name);
                    }
                } else {
                    assertClose(name, values(one, "gradients", name), LayerBench.read(tensor), tolerance);
                }
            });
        }
    }
}
