package dev.headwater.editor.properties;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.core.tensor.Shape;
import java.text.NumberFormat;
import org.eclipse.osgi.util.NLS;

/**
 * What follows about a node from the design, in words.
 *
 * @param kind what it is, in a sentence
 * @param reads whose outputs it reads
 * @param shape of one example of its output
 * @param parameters how many numbers it learns
 */
record NodeFacts(String kind, String reads, String shape, String parameters) {
    /** Where no single node is selected. */
    static final NodeFacts NONE = new NodeFacts("", "", "", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

    /** The node as the design says it; {@code null} if it has none. */
    static Node node(Network network, NodeSubject subject) {
        if (subject.block().isEmpty()) {
            return network.node(subject.id());
        }
        Block block = network.blocks().get(subject.block());
        return block == null ? null
                : block.nodes().stream().filter(one -> one.id().equals(subject.id())).findFirst().orElse(null);
    }

    /** The facts about a node. Those that follow are known where its inputs are, and at the design's top alone. */
    static NodeFacts of(Network network, Analysis analysis, NodeSubject subject) {
        Node node = node(network, subject);
        if (node == null) {
            return NONE;
        }
        boolean top = subject.block().isEmpty();
        Shape shape = top ? analysis.shapes().get(node.id()) : null;
        Long parameters = top ? analysis.parameters().get(node.id()) : null;
        return new NodeFacts(kind(network, node),
                node.from().isEmpty() ? Messages.readsNothing : String.join(", ", node.from()), //$NON-NLS-1$
                shape == null ? Messages.shapeUnknown : shape.toString(),
                parameters == null ? Messages.parametersUnknown
                        : NumberFormat.getIntegerInstance().format(parameters.longValue()));
    }

    private static String kind(Network network, Node node) {
        if (node.block()) {
            Block block = network.blocks().get(node.kind());
            return block == null ? NLS.bind(Messages.unknownLayer, node.kind())
                    : NLS.bind(Messages.blockOf, node.kind(), block.nodes().size());
        }
        Entry<Layer> entry = Layers.ALL.find(node.kind());
        return entry == null ? NLS.bind(Messages.unknownLayer, node.kind())
                : entry.name() + ": " + entry.about(); //$NON-NLS-1$
    }
}
