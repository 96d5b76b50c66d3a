package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory that a training will take, against that which it takes. */
class FootprintTest {
    /** Small tensors share blocks of a megabyte, whose ends may stay empty; large ones have their own. */
    private static final long BLOCK = 1 << 20;

    private static String net(String shape, String layer, String recipe) {
        return "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': " + shape + "},"
                + "{'id': 'before', 'layer': 'Activation', 'from': ['in'], 'activation': 'tanh'},"
                + "{'id': 'scale', 'layer': 'Scale', 'from': ['before']}, {'id': 'x', 'from': ['scale'], " + layer
                + "}, {'id': 'flat', 'layer': 'Flatten', 'from': ['x']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['flat'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}], 'recipe': {" + recipe + "}}";
    }

    private static long footprint(String text, int batch) {
        Network network = Nets.network(text);
        return Footprint.bytes(Nets.graph(network), network.recipe(), batch);
    }

    @Test
    void smallNetworksAreCountedByHand() {
        String text = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [3]},"
                + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 5, 'activation': 'tanh'},"
                + "{'id': 'sum', 'layer': 'Add', 'from': ['a', 'b']},"
                + "{'id': 'out', 'layer': 'Dense', 'from': ['sum'], 'units': 1, 'activation': 'sigmoid'}],"
                + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}], 'recipe': {'optimizer': 'adam'}}";
        int parameters = 3 * 5 + 5 + 5 * 5 + 5 + 5 + 1;
        int outputs = 3 + 5 + 5 + 5 + 1;
        int gradients = 5 + 5 + 5 + 1;
        int forked = 2 * 5; // a has two readers
        int slopes = 5 + 5 + 1;
        int logits = 1;
        int targets = 1;
        int kept = outputs + slopes + logits + targets;
        int each = kept + gradients + forked;
        assertEquals(4 * (parameters * (1 + 2 + 1) + 10 * each), footprint(text, 10), "Adam keeps two slots");
        int atATime = 3 * 5; // from the sum backward: b's, and one of a's readers' with the other's or with their sum
        assertEquals(4 * (parameters * (1 + 2 + 1) + 10 * (kept + atATime)), footprint(text.replace("'adam'",
                "'adam', 'threads': 1"), 10), "without a second thread gradients follow each other");
        assertEquals(4 * (parameters * (1 + 2 + 2) + 200 * (kept + atATime)), footprint(text, 200),
                "two parts, two gradients");
        assertEquals(4 * (parameters * (2 + 1 + 1) + 10 * each), footprint(text.replace("'adam'",
                "{'kind': 'sgd', 'momentum': 0.9}, 'accumulate': 3"), 10), "several batches are added up");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[12, 12, 8] | 'layer': 'Conv2D', 'filters': 16, 'kernel': 3, 'padding': 'same', 'activation': 'relu'",
            "[12, 12, 8] | 'layer': 'Conv2D', 'filters': 8, 'kernel': 3, 'groups': 8",
            "[150, 8] | 'layer': 'Conv1D', 'filters': 8, 'kernel': 5",
            "[12, 12, 8] | 'layer': 'MaxPooling2D', 'size': 2", "[24, 24, 8] | 'layer': 'BatchNorm'",
            "[12, 12, 8] | 'layer': 'GroupNorm', 'groups': 2", "[24, 24, 8] | 'layer': 'LayerNorm', 'scale': false",
            "[60, 16] | 'layer': 'SimpleRNN', 'units': 32, 'returnSequences': true",
            "[60, 16] | 'layer': 'LSTM', 'units': 32", "[60, 16] | 'layer': 'GRU', 'units': 32, 'truncate': 5",
            "[60, 16] | 'layer': 'LSTM', 'units': 32, 'projection': 8, 'peepholes': true",
            "[60, 16] | 'layer': 'Bidirectional', 'of': {'layer': 'GRU', 'units': 16, 'returnSequences': true}",
            "[10, 8, 8, 2] | 'layer': 'TimeDistributed', 'of': {'layer': 'Conv2D', 'filters': 4, 'kernel': 3}",
            "[60, 16] | 'layer': 'MultiHeadAttention', 'heads': 4", "[60, 16] | 'layer': 'EchoState', 'units': 64",
            "[60, 16] | 'layer': 'Highway'", "[1000] | 'layer': 'Dropout', 'rate': 0.5",
            "[60, 16] | 'layer': 'WeightNorm', 'of': {'layer': 'Dense', 'units': 40, 'activation': 'tanh'}",
            "[60, 16] | 'layer': 'PReLU'", "[60, 16] | 'layer': 'PositionalEncoding'"})
    void whatALayerNeedsInBetweenIsCounted(String shape, String layer) {
        for (String recipe : new String[] {"'parts': 1, 'threads': 1", "'parts': 3, 'optimizer': 'rprop'"}) {
            String text = net(shape, layer, recipe);
            Network network = Nets.network(text);
            try (Model model = new Model(Nets.graph(network), network.recipe(), 600, network.recipe().partsFor(Nets
                    .graph(network), 600),
                    1)) {
                long expected = model.bytes();
                assertTrue(expected > 5 * BLOCK, "too small to tell: " + expected);
                assertEquals(expected, footprint(text, 600), 2 * BLOCK + 0.005 * expected, recipe);
            }
        }
    }

    @Test
    void decodersAndWhatTheyReadAreCounted() {
        String stages = "'parts': 1, 'epochs': 3, 'fit': {'fit': 'stages', 'stages': [{'fit': 'autoencoder',"
                + "'nodes': ['x'], 'corruption': 0.1, 'epochs': 1}, {'nodes': ['out']}]}";
        String layer = "'layer': 'Dense', 'units': 900, 'activation': 'tanh'";
        long plain = footprint(net("[2000]", layer, "'parts': 1"), 100);
        long more = footprint(net("[2000]", layer, stages), 100);
        // Adam: 4 vectors; the decoder's output, its gradient, what is read in place of the input, and the fork of x
        assertEquals(4L * (4 * (900 * 2000 + 2000) + 100 * (3 * 2000 + 2 * 900)), more - plain);
    }

    @Test
    void whatNoMachineHasIsStillCounted() {
        String text = net("[60000]", "'layer': 'Dense', 'units': 30000", "");
        assertTrue(footprint(text, 1 << 24) > 1e12);
    }
}
