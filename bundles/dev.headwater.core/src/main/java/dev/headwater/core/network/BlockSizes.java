package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks which blocks use which, and how many layers that makes, before anything is unrolled. */
final class BlockSizes {
    private static final int DEEPEST = 16;

    private final Network network;
    private final ProblemList problems;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    BlockSizes(Network network, ProblemList problems) {
        this.network = network;
        this.problems = problems;
    }

    /** Whether the design can be unrolled; if not, problems say why. */
    boolean check() {
        int before = problems.errors();
        checkUses(network.nodes(), null);
        network.blocks().values().forEach(block -> checkUses(block.nodes(), block));
        if (problems.errors() > before) {
            return false;
        }
        for (String name : network.blocks().keySet()) {
            if (size(name) < 0) {
                return false;
            }
        }
        long total = 0;
        for (Node node : network.nodes()) {
            total = Saturated.plus(total, size(node));
            if (total > Graph.MAX_NODES) {
                problems.of(node.id()).error(node.at(), "the network unrolls to more than " + Graph.MAX_NODES
                        + " layers here; repeat blocks less often");
                return false;
            }
        }
        warnOfUnused();
        return true;
    }

    private void checkUses(List<Node> nodes, Block owner) {
        for (Node node : nodes) {
            ProblemList sink = problems.of(Names.name(node, owner));
            if (node.repeat() < 1 || node.repeat() > Graph.MAX_REPEAT) {
                sink.error(node.place("repeat"),
                        "'repeat' must be in [1, " + Graph.MAX_REPEAT + "], was " + node.repeat());
            } else if (node.block() && !node.kind().isEmpty() && !network.blocks().containsKey(node.kind())) {
                sink.error(node.place("block"), "unknown block " + Quoted.text(node.kind())
                        + (network.blocks().isEmpty() ? "; the file has no \"blocks\""
                                : Nearest.advice(node.kind(), network.blocks().keySet())));
            }
        }
    }

    private long size(Node node) {
        // A node that names nothing was reported with the names.
        return node.block() && !node.kind().isEmpty() ? Saturated.times(size(node.kind()), node.repeat()) : 1;
    }

    /** How many layers a block is; -1 after an error. */
    private long size(String name) {
        Long known = sizes.get(name);
        if (known != null) {
            return known;
        }
        Block block = network.blocks().get(name);
        if (path.contains(name) || path.size() == DEEPEST) {
            List<String> chain = new ArrayList<>();
            path.descendingIterator().forEachRemaining(chain::add);
            chain.add(name);
            problems.of(name).error(block.at(), path.contains(name)
                    ? "the block contains itself: " + String.join(" > ", chain.subList(chain.indexOf(name), chain
                            .size()))
                    : "blocks nest more than " + DEEPEST + " deep: " + String.join(" > ", chain));
            return -1;
        }
        path.push(name);
        long size = 0;
        for (Node node : block.nodes()) {
            if (node.block() && !node.kind().isEmpty() && size(node.kind()) < 0) {
                return -1;
            }
            size = Saturated.plus(size, size(node));
        }
        path.pop();
        sizes.put(name, size);
        return size;
    }

    private void warnOfUnused() {
        Set<String> used = new HashSet<>();
        network.nodes().stream().filter(Node::block).forEach(node -> used.add(node.kind()));
        for (Block block : network.blocks().values()) {
            block.nodes().stream().filter(Node::block).forEach(node -> used.add(node.kind()));
        }
        for (Block block : network.blocks().values()) {
            if (!used.contains(block.name())) {
                problems.of(block.name()).warning(block.at(), "no node uses the block " + Quoted.text(block.name()));
            }
        }
    }
}
