package dev.headwater.core.network;

import dev.headwater.core.layer.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The flat list of layers that a design's template stands for, and what each reads. */
final class Unrolled {
    /** A Concatenate of many inputs in a block of many repeats could ask for more than memory holds. */
    private static final int MAX_CONNECTIONS = 4_000_000;

    /**
     * One layer.
     *
     * @param id with the blocks it is in: {@code stage1.3/a}
     * @param layer {@code null} where the settings were wrong
     */
    record Item(String id, Node node, Layer layer, Scope scope) {
    }

    /** One standing of a template: the design itself, or one repetition of a block. */
    static final class Scope {
        private final Template template;
        private final Scope outer;
        private final Node user;
        private final Scope previous;
        private final int[] items;
        private final Scope[] last;

        private Scope(Template template, Scope outer, Node user, Scope previous) {
            this.template = template;
            this.outer = outer;
            this.user = user;
            this.previous = previous;
            this.items = new int[template.parts().size()];
            this.last = new Scope[items.length];
        }

        /** The index of the item whose output a name means here; the name is known to exist. */
        private int resolve(String name) {
            int input = Names.input(name);
            if (input == 0) {
                return outputOf(template.byId().get(name));
            }
            // Repetitions hand the first input on; the others all read what the node reads.
            return previous != null && input == 1 ? previous.outputOf(previous.template.out())
                    : outer.resolve(user.from().get(input - 1));
        }

        private int outputOf(int part) {
            return last[part] == null ? items[part] : last[part].outputOf(last[part].template.out());
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final List<int[]> inputs = new ArrayList<>();
    private final Map<String, Integer> tops = new HashMap<>();

    private Unrolled() {
    }

    /** Unrolls a template whose names and sizes are known to be right; {@code null} after an error. */
    static Unrolled of(Template design, ProblemList problems) {
        Unrolled unrolled = new Unrolled();
        Scope top = new Scope(design, null, null, null);
        unrolled.expand(top, "");
        long connections = 0;
        for (Item item : unrolled.items) {
            List<String> from = item.node().from();
            connections += from.size();
            if (connections > MAX_CONNECTIONS) {
                problems.of(item.id()).error(item.node().at(), "the network has more than " + MAX_CONNECTIONS
                        + " connections here; repeat blocks less often");
                return null;
            }
            unrolled.inputs.add(from.stream().mapToInt(item.scope()::resolve).toArray());
        }
        for (Template.Part part : design.parts()) {
            unrolled.tops.put(part.node().id(), top.resolve(part.node().id()));
        }
        return unrolled;
    }

    private void expand(Scope scope, String prefix) {
        for (int i = 0; i < scope.items.length; i++) {
            Template.Part part = scope.template.parts().get(i);
            Node node = part.node();
            if (part.body() == null) {
                scope.items[i] = items.size();
                items.add(new Item(prefix + node.id(), node, part.layer(), scope));
                continue;
            }
            Scope previous = null;
            for (int k = 1; k <= node.repeat(); k++) {
                Scope standing = new Scope(part.body(), scope, node, previous);
                expand(standing, prefix + node.id() + "." + k + "/");
                previous = standing;
            }
            scope.last[i] = previous;
        }
    }

    /** The layers, in file order. */
    List<Item> items() {
        return items;
    }

    /** The indices of what an item reads. */
    int[] inputs(int item) {
        return inputs.get(item);
    }

    /** The item whose output each node of the design has. */
    Map<String, Integer> tops() {
        return tops;
    }
}
