package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Bidirectional;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recurrent layers in files, and layers that are settings of layers. */
class RecurrentDesignTest {
    private static final String IN = "{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [7, 3]}";

    private static String out(String layer) {
        return Designs.withNodes(IN, "{\"id\": \"out\", \"from\": [\"in\"], " + layer + "}");
    }

    private static GraphNode node(String layer) {
        return Designs.graph(out(layer)).nodes().get(1);
    }

    private static List<String> names(GraphNode node) {
        return node.parameters().stream().map(ParameterSpec::name).toList();
    }

    @Test
    void shapesAndParametersAreThoseOfPyTorch() {
        GraphNode lstm = node("\"layer\": \"LSTM\", \"units\": 5, \"projection\": 2, \"peepholes\": true");
        assertEquals(Shape.of(2), lstm.shape());
        assertEquals(List.of("weight_ih", "weight_hh", "bias", "weight_hr", "peephole_i", "peephole_f", "peephole_o"),
                names(lstm));
        assertEquals(List.of(Shape.of(20, 3), Shape.of(20, 2), Shape.of(20), Shape.of(2, 5)),
                lstm.parameters().stream().limit(4).map(ParameterSpec::shape).toList());
        GraphNode gru = node("\"layer\": \"GRU\", \"units\": 5, \"returnSequences\": true");
        assertEquals(Shape.of(7, 5), gru.shape());
        assertEquals(List.of("weight_ih", "weight_hh", "bias", "bias_hn"), names(gru));
        assertEquals(15 * 3 + 15 * 5 + 15 + 5, gru.parameterCount());
        GraphNode rnn = node("\"layer\": \"SimpleRNN\", \"units\": 5");
        assertEquals(List.of("weight_ih", "weight_hh", "bias"), names(rnn));
    }

    @Test
    void withoutBiasOnlyWeightsAreLearned() {
        for (String layer : List.of("SimpleRNN", "LSTM", "GRU")) {
            assertEquals(List.of("weight_ih", "weight_hh"), names(node("\"layer\": \"" + layer
                    + "\", \"units\": 5, \"useBias\": false")));
        }
    }

    @Test
    void aNestedLayerIsReadAndWritten() {
        String layer = "\"layer\": \"Bidirectional\", \"of\": {\"layer\": \"LSTM\", \"units\": 4,"
                + " \"returnSequences\": true, \"recurrent\": {\"initializer\": \"orthogonal\", \"gain\": 0.5}},"
                + " \"merge\": \"sum\"";
        GraphNode node = node(layer);
        assertEquals(Shape.of(7, 4), node.shape());
        assertEquals(List.of("forward/weight_ih", "forward/weight_hh", "forward/bias", "backward/weight_ih",
                "backward/weight_hh", "backward/bias"), names(node));
        assertEquals(4, ((LSTM) ((Bidirectional) node.layer()).of()).units());
        Network network = Designs.parse(out(layer)).network();
        assertEquals(network, Designs.parse(NetworkFile.write(network)).network());
        Json.Obj written = Vocabulary.binder().unbind(node.layer());
        assertEquals("{\"layer\":\"Bidirectional\",\"of\":{\"layer\":\"LSTM\",\"units\":4,\"returnSequences\":true,"
                + "\"recurrent\":{\"initializer\":\"orthogonal\",\"gain\":0.5}},\"merge\":\"sum\"}", written
                        .toString());
    }

    @Test
    void aNestedSettingCanBeOverriddenAndMayReferToItsBlock() throws UnknownPath {
        Json.Obj tree = Designs.parse(out("\"layer\": \"Bidirectional\", \"of\": {\"layer\": \"GRU\", \"units\": 4}"))
                .tree();
        Json.Obj changed = Overrides.apply(tree, List.of("nodes.out.of.units=6"));
        NetworkFile.Parsed parsed = NetworkFile.read("t", changed);
        assertEquals(List.of(), parsed.problems());
        assertEquals(Shape.of(12), Graph.of(parsed.network(), new java.util.ArrayList<>()).nodes().get(1).shape());
        String block = "{\"headwater\": 1, \"data\": {\"source\": \"circle\"}, \"losses\": [{\"node\": \"out\","
                + " \"loss\": \"mean-squared-error\"}], \"nodes\": [" + IN
                + ", {\"id\": \"out\", \"block\": \"b\", \"from\": [\"in\"], \"units\": 3}], \"blocks\": {\"b\":"
                + " {\"settings\": {\"units\": 2}, \"nodes\": [{\"id\": \"a\", \"layer\": \"Bidirectional\", \"from\":"
                + " [\"$in\"], \"of\": {\"layer\": \"GRU\", \"units\": \"$units\"}}], \"out\": \"a\"}}}";
        assertEquals(Shape.of(6), Designs.graph(block).nodes().get(1).shape());
    }

    @Test
    void nestingGoesOn() {
        String film = Designs.withNodes("{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [4, 7, 3]}",
                "{\"id\": \"out\", \"layer\": \"TimeDistributed\", \"from\": [\"in\"], \"of\": {\"layer\":"
                        + " \"Bidirectional\", \"of\": {\"layer\": \"GRU\", \"units\": 2}}}");
        GraphNode node = Designs.graph(film).nodes().get(1);
        assertEquals(Shape.of(4, 4), node.shape());
        assertEquals("forward/weight_ih", names(node).get(0));
    }

    private static void assertRefused(String layer, String sentence) {
        List<String> problems = Designs.problems(out(layer));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).endsWith(sentence), problems.get(0));
    }

    @Test
    void whatCannotBeIsSaidInASentence() {
        assertRefused("\"layer\": \"Bidirectional\", \"of\": {\"layer\": \"Dense\", \"units\": 2}",
                "reads 'in' [7, 3]: Bidirectional needs a recurrent layer such as LSTM, its 'of' is Dense");
        assertRefused("\"layer\": \"TimeDistributed\", \"of\": \"Add\"",
                "the layer of TimeDistributed must read one input, Add reads several");
        assertRefused("\"layer\": \"TimeDistributed\", \"of\": {\"layer\": \"Input\", \"shape\": [2]}",
                "the layer of TimeDistributed must read one input, Input reads none");
        assertRefused("\"layer\": \"SimpleRNN\", \"units\": 2, \"bias\": {\"initializer\": \"chrono\", \"longest\": 9}",
                "the initializer chrono draws the biases of an LSTM or a GRU, bias [2] is none; take zeros or another");
        assertRefused("\"layer\": \"LSTM\", \"units\": 0", "'units' of LSTM must be in [1, 1048576], was 0");
        assertRefused("\"layer\": \"GRU\", \"units\": 2, \"truncate\": -1",
                "'truncate' of GRU must be at least 0, was -1");
        assertRefused("\"layer\": \"Bidirectional\", \"of\": \"LSTM\"",
                "LSTM needs the setting 'units': Number of memory cells.");
        assertRefused("\"layer\": \"Bidirectional\", \"of\": {\"layer\": \"LSTN\"}",
                "unknown layer 'LSTN'; did you mean 'LSTM'?");
    }

    @Test
    void anInputThatIsNoSequenceNamesTheWayOut() {
        String flat = "{\"id\": \"a\", \"layer\": \"LSTM\", \"from\": [\"in\"], \"units\": 2}";
        List<String> problems = Designs.problems(Designs.withNodes(IN, flat,
                "{\"id\": \"out\", \"layer\": \"GRU\", \"from\": [\"a\"], \"units\": 2}"));
        assertTrue(problems.get(0).endsWith("reads 'a' [2]: GRU reads a sequence [time, features], its input is [2];"
                + " set returnSequences of a recurrent layer before it"), problems.get(0));
        problems = Designs.problems(Designs.withNodes(IN, flat,
                "{\"id\": \"out\", \"layer\": \"LastStep\", \"from\": [\"a\"]}"));
        assertTrue(problems.get(0).endsWith("set returnSequences of the layer before it, or remove LastStep"), problems
                .get(0));
    }
}
