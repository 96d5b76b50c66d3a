package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headwater.core.layer.Embedding;
import dev.headwater.core.layer.Highway;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.layer.Multiply;
import dev.headwater.core.layer.PReLU;
import dev.headwater.core.layer.Permute;
import dev.headwater.core.layer.PositionalEmbedding;
import dev.headwater.core.layer.PositionalEncoding;
import dev.headwater.core.layer.Reshape;
import dev.headwater.core.layer.Scale;
import dev.headwater.core.layer.UnusableInput;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.house.Samples;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What layers refuse: words that an embedding does not know, and shapes that do not fit. */
class UnusableInputTest {
    private static final String NET = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [3]},"
            + "{'id': 'words', 'layer': 'Embedding', 'from': ['in'], 'vocabulary': 5, 'size': 4},"
            + "{'id': 'flat', 'layer': 'Flatten', 'from': ['words']},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['flat'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}]}";

    @ParameterizedTest
    @CsvSource({"5, 5", "-1, -1", "2.5, 2.5", "NaN, NaN", "Infinity, Infinity", "3e9, 3.0E9"})
    void aWordThatTheVocabularyHasNotStopsTheStepAndNamesTheNode(float word, String shown) {
        for (int parts = 1; parts <= 2; parts++) {
            try (Model model = Nets.model(NET, 4, parts, parts)) {
                Map<String, float[]> before = ModelTest.snapshot(model);
                float[] x = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, word};
                UnusableInput stopped = assertThrows(UnusableInput.class,
                        () -> model.step(x, new float[] {0, 1, 0, 1}, 4));
                assertEquals("node 'words': Embedding reads " + shown + ", which is no whole number in [0, 4]; set"
                        + " \"vocabulary\" to at least one more than the largest word, or mend the data",
                        stopped.getMessage());
                ModelTest.snapshot(model).forEach((name, values) -> assertArrayEquals(before.get(name), values));
                x[11] = 4;
                model.step(x, new float[] {0, 1, 0, 1}, 4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Multiply needs inputs of one shape, input 1 is [2, 3], input 2 is [3]",
            "Reshape cannot make [4] with 4 values of [2, 3] with 6",
            "Reshape cannot make [4, -1] with a multiple of 4 values of [2, 3] with 6",
            "Permute must name each of the 2 axes of [2, 3] once, counted from 1, \"axes\" is [2, 2]",
            "Permute must name each of the 2 axes of [2, 3] once, counted from 1, \"axes\" is [1, 2, 3]",
            "Permute must name each of the 2 axes of [2, 3] once, counted from 1, \"axes\" is [1, 3]",
            "PositionalEncoding needs [time, features], input is [6]",
            "PositionalEmbedding needs [time, features], input is [6]"})
    void shapesThatDoNotFitAreNamed(String sentence) {
        Shape two = Shape.of(2, 3);
        Layer layer = switch (sentence.substring(0, sentence.indexOf(' '))) {
            case "Multiply" -> new Multiply();
            case "Reshape" -> new Reshape(sentence.contains("-1") ? OpenShape.of(4, -1) : OpenShape.of(4));
            case "Permute" -> new Permute(sentence.endsWith("[2, 2]") ? Shape.of(2, 2)
                    : sentence.endsWith("[1, 3]") ? Shape.of(1, 3) : Shape.of(1, 2, 3));
            case "PositionalEncoding" -> byDefault("PositionalEncoding");
            default -> byDefault("PositionalEmbedding");
        };
        List<Shape> inputs = layer instanceof Multiply ? List.of(two, Shape.of(3))
                : layer instanceof PositionalEncoding || layer instanceof PositionalEmbedding ? List.of(Shape.of(6))
                        : List.of(two);
        assertEquals(sentence, assertThrows(ShapeMismatch.class, () -> layer.outputShape(inputs)).getMessage());
    }

    private static Layer byDefault(String name) {
        return Samples.bind(Layers.ALL, Samples.shortest(Layers.ALL, Layers.ALL.find(name)));
    }

    /** The starts that papers and PyTorch name. */
    @Test
    void learnedFactorsStartWhereTheirPapersSay() {
        assertEquals(0, start(byDefault("Scale"), "factor")[0]);
        assertEquals(0.25f, start(byDefault("PReLU"), "weight")[0]);
        assertEquals(-1, start(byDefault("Highway"), "transform_bias")[2]);
        assertEquals(0, start(byDefault("Highway"), "bias")[2]);
        assertEquals(Scale.class, byDefault("Scale").getClass());
        assertEquals(PReLU.class, byDefault("PReLU").getClass());
        assertEquals(Highway.class, byDefault("Highway").getClass());
        assertEquals(1, deviation(start(new Embedding(3000, 4, ((Embedding) byDefault("Embedding")).weight()),
                "weight")), 0.05);
        assertEquals(0.02, deviation(start(byDefault("PositionalEmbedding"), "weight")), 0.002);
    }

    private static float[] start(Layer layer, String parameter) {
        for (ParameterSpec spec : layer.parameters(List.of(Shape.of(60, 40)))) {
            if (spec.name().equals(parameter)) {
                float[] values = new float[spec.shape().size()];
                spec.initializer().draw(values, spec, new SplittableRandom(1));
                return values;
            }
        }
        throw new AssertionError(parameter);
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
