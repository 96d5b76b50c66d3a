package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Quoted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks ids, and that what nodes read exists, in the design's own list of nodes and in each block's. */
final class Names {
    /** Ids of nested blocks are chained: this bounds what unrolling writes. */
    private static final int LONGEST_ID = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern IN = Pattern.compile("\\$in([1-9][0-9]{0,3})?");

    private Names() {
    }

    /** Which input of its block a name means, from 1; 0 if it is no such name. */
    static int input(String name) {
        Matcher in = IN.matcher(name);
        if (!in.matches()) {
            return 0;
        }
        return in.group(1) == null ? 1 : Integer.parseInt(in.group(1));
    }

    static void check(Network network, ProblemList problems) {
        check(network.nodes(), null, problems);
        for (Block block : network.blocks().values()) {
            ProblemList sink = problems.of(block.name());
            if (!ID.matcher(block.name()).matches() || block.name().length() > LONGEST_ID) {
                sink.error(block.at(), "the block name " + Quoted.text(block.name()) + idRule());
            }
            Set<String> ids = check(block.nodes(), block, problems);
            if (block.nodes().isEmpty()) {
                sink.error(block.at(), "the block has no nodes");
            } else if (block.out().isEmpty()) {
                sink.error(block.at(), "the block does not say whose output is its own: add \"out\": \""
                        + block.nodes().getLast().id() + "\"");
            } else if (!ids.contains(block.out())) {
                sink.error(block.source().has("out") ? block.source().get("out").at() : block.at(),
                        "'out' names " + Quoted.text(block.out()) + ", which is no node of the block"
                                + Nearest.advice(block.out(), ids));
            }
        }
    }

    private static Set<String> check(List<Node> nodes, Block block, ProblemList problems) {
        Map<String, Node> first = new HashMap<>();
        Set<String> ids = new HashSet<>();
        nodes.forEach(node -> ids.add(node.id()));
        ids.remove("");
        for (Node node : nodes) {
            ProblemList sink = problems.of(name(node, block));
            checkId(node, first.putIfAbsent(node.id(), node), sink);
            if (node.kind().isEmpty()) {
                sink.error(node.at(), "the node does not say what it is: add \"layer\": \"Dense\" or another layer");
            }
            for (int i = 0; i < node.from().size() && !problems.full(); i++) {
                checkInput(node, i, ids, block, sink);
            }
        }
        return ids;
    }

    /** What a problem of a node of the design calls it. */
    static String name(Node node, Block block) {
        if (node.id().isEmpty()) {
            return block == null ? null : block.name();
        }
        return block == null ? node.id() : block.name() + "/" + node.id();
    }

    private static void checkId(Node node, Node before, ProblemList sink) {
        String id = node.id();
        if (id.isEmpty()) {
            sink.error(node.place("id"), "the node has no \"id\": add one, such as \"id\": \"dense1\"");
        } else if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            sink.error(node.place("id"), "the id " + Quoted.text(id) + idRule());
        } else if (before != null) {
            sink.error(node.place("id"), "the id " + Quoted.text(id) + " stands twice"
                    + (before.at().known() ? ", first on line " + before.at().line() : "") + "; rename one");
        }
    }

    private static String idRule() {
        return " must be letters, digits, '_' and '-', at most " + LONGEST_ID;
    }

    private static void checkInput(Node node, int index, Set<String> ids, Block block, ProblemList sink) {
        String name = node.from().get(index);
        if (ids.contains(name) || block != null && input(name) > 0) {
            return;
        }
        if (name.startsWith("$") && block == null) {
            sink.error(node.placeOfInput(index), Quoted.text(name) + " has a meaning only inside a block; name a node");
        } else {
            sink.error(node.placeOfInput(index), "reads " + Quoted.text(name) + ", which is no node"
                    + (block == null ? "" : " of the block and not $in") + Nearest.advice(name, ids));
        }
    }
}
