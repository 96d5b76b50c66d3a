package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes of convolutions, pools and normalizations as files write them, and what is said of those that cannot be. */
class SpatialProblemsTest {
    private static Graph graph(String shape, String layer, List<Problem> problems) {
        String text = ("{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': " + shape
                + "}, {'id': 'it', 'from': ['in'], " + layer + "}],"
                + "'losses': [{'node': 'it', 'loss': 'mean-squared-error'}]}").replace('\'', '"');
        NetworkFile.Parsed parsed = NetworkFile.read("test", text.getBytes(StandardCharsets.UTF_8));
        problems.addAll(parsed.problems());
        return Graph.of(parsed.network(), problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "[9, 4]; 'layer': 'Conv1D', 'filters': 2, 'kernel': 3; [7, 2]",
            "[9, 4]; 'layer': 'Conv1D', 'filters': 2, 'kernel': 3, 'stride': 2, 'padding': 'same'; [5, 2]",
            "[9, 4]; 'layer': 'Conv1D', 'filters': 2, 'kernel': 3, 'padding': 1, 'dilation': 2; [7, 2]",
            "[9, 8, 3]; 'layer': 'Conv2D', 'filters': 4, 'kernel': 3, 'stride': 2, 'padding': 1; [5, 4, 4]",
            "[9, 8, 3]; 'layer': 'Conv2D', 'filters': 4, 'kernel': [3, 1], 'padding': [1, 0]; [9, 8, 4]",
            "[9, 8, 3]; 'layer': 'Conv2D', 'filters': 4, 'kernel': 3, 'stride': [2, 3], 'padding': ['same']; [5, 3, 4]",
            "[9, 4]; 'layer': 'MaxPooling1D'; [4, 4]",
            "[9, 4]; 'layer': 'AveragePooling1D', 'size': 3, 'stride': 1; [7, 4]",
            "[9, 8, 3]; 'layer': 'MaxPooling2D'; [4, 4, 3]",
            "[9, 8, 3]; 'layer': 'AveragePooling2D', 'size': 3, 'stride': 2, 'padding': 1; [5, 4, 3]",
            "[9, 8, 3]; 'layer': 'GlobalMaxPooling'; [3]",
            "[9, 3]; 'layer': 'GlobalAveragePooling'; [3]",
            "[9, 8, 3]; 'layer': 'BatchNorm'; [9, 8, 3]",
            "[9, 8, 4]; 'layer': 'GroupNorm', 'groups': 2; [9, 8, 4]",
            "[9, 8, 3]; 'layer': 'WeightNorm', 'of': {'layer': 'Conv2D', 'filters': 2, 'kernel': 1}; [9, 8, 2]",
    })
    void shapesAreThoseOfTheArithmetic(String shape, String layer, String expected) {
        List<Problem> problems = new ArrayList<>();
        Graph graph = graph(shape, layer, problems);
        assertEquals(List.of(), problems.stream().filter(p -> p.severity() == Severity.ERROR).toList());
        Shape found = graph.node("it").shape();
        assertEquals(expected, found.toString());
    }

    private static void assertError(String shape, String layer, String expected) {
        List<Problem> problems = new ArrayList<>();
        graph(shape, layer, problems);
        assertEquals(expected, problems.stream().filter(p -> p.severity() == Severity.ERROR)
                .map(p -> p.message().replaceFirst("^reads 'in' \\[[0-9, ]+]: ", "")).collect(Collectors.joining(
                        " | ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "[4] # 'layer': 'Conv1D', 'filters': 2, 'kernel': 3 #"
                    + "Conv1D needs [time, channels], input is [4]; put a Reshape before it",
            "[4, 4, 1] # 'layer': 'MaxPooling1D' #"
                    + "MaxPooling1D needs [time, channels], input is [4, 4, 1]; use a 2D layer for images",
            "[4, 2] # 'layer': 'Conv2D', 'filters': 2, 'kernel': 3 #"
                    + "Conv2D needs [height, width, channels], input is [4, 2]; use a 1D layer for sequences",
            "[4, 5, 2] # 'layer': 'Conv2D', 'filters': 2, 'kernel': [3, 7] # Conv2D has a kernel [3, 7] that spans 7"
                    + " positions, input [4, 5, 2] has 5 there; use a smaller kernel, or \"padding\": \"same\"",
            "[4, 2] # 'layer': 'Conv1D', 'filters': 2, 'kernel': 4, 'dilation': 3, 'padding': 1 # Conv1D has a kernel [4]"
                    + " that spans 10 positions, input [4, 2] has 4 and 2 of padding there; use a smaller kernel,"
                    + " or \"padding\": \"same\"",
            "[4, 2] # 'layer': 'Conv1D', 'filters': 2, 'kernel': 0 #"
                    + "'kernel' of Conv1D must be in [1, 1048576], was 0",
            "[4, 4, 2] # 'layer': 'Conv2D', 'filters': 2, 'kernel': [3, 3, 3] #"
                    + "kernel of Conv2D must be one number or [height, width], was [3, 3, 3]",
            "[4, 4, 2] # 'layer': 'Conv2D', 'filters': 2, 'kernel': 1, 'padding': 'some' #"
                    + "padding of Conv2D must be \"valid\", \"same\" or whole numbers such as 1 or [1, 2] up to 1048576,"
                    + " was [some]",
            "[4, 2] # 'layer': 'Conv1D', 'filters': 2, 'kernel': 1, 'padding': -1 #"
                    + "padding of Conv1D must be \"valid\", \"same\" or a whole number such as 1 up to 1048576, was [-1]",
            "[4, 4, 2] # 'layer': 'MaxPooling2D', 'padding': [1, 2] # MaxPooling2D has padding [1, 2] for a window [2, 2],"
                    + " a window of padding alone would have no value; use at most half a window",
            "[4, 6] # 'layer': 'Conv1D', 'filters': 8, 'kernel': 1, 'groups': 4 # Conv1D has 4 groups, which must divide"
                    + " its 8 filters and the 6 channels of its input [4, 6]; use 1, or for a depthwise convolution 6"
                    + " and a multiple of it as filters",
            "[4, 6] # 'layer': 'GroupNorm', 'groups': 4 # GroupNorm has 4 groups, which must divide the 6 channels of its"
                    + " input [4, 6]; use 1 group, or a divisor of 6",
            "[4, 6] # 'layer': 'LayerNorm', 'axes': 3 #"
                    + " LayerNorm normalizes the last 3 axes, input [4, 6] has 2; use fewer axes",
            "[6] # 'layer': 'BatchNorm', 'momentum': 0 # 'momentum' of BatchNorm must be in (0, 1], was 0",
            "[6] # 'layer': 'RMSNorm', 'epsilon': 0 # 'epsilon' of RMSNorm must be in (0, 1000000], was 0",
            "[6] # 'layer': 'GlobalMaxPooling' # GlobalMaxPooling needs [time, channels] or [height, width, channels],"
                    + " input is [6]; leave it out, or put it before Flatten",
            "[6] # 'layer': 'WeightNorm', 'of': 'Softmax' # WeightNorm needs a layer with a weight of two axes or more,"
                    + " Softmax on [6] has none; put Dense, Conv1D or Conv2D into it, or leave it out",
            "[6] # 'layer': 'WeightNorm', 'of': {'layer': 'Dense', 'units': 2, 'weight': 'zeros'} # WeightNorm cannot"
                    + " start from a weight of zeros, which has no direction; give the layer in it another initializer,"
                    + " such as xavier",
    })
    void aMistakeIsNamedWithItsNumbersAndTheWayOut(String shape, String layer, String expected) {
        assertError(shape, layer, expected);
    }
}
