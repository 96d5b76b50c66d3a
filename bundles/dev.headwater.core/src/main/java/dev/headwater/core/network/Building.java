package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the {@link Graph} of one design, and finds what is wrong with it on the way. */
final class Building {
    private static final int MOST_INPUTS_NAMED = 4;

    private final Network network;
    private final ProblemList problems;
    private final List<GraphNode> nodes = new ArrayList<>();
    private final Map<String, Integer> judged = new HashMap<>();
    private int[] order;
    private int[] placeOf;
    private Unrolled unrolled;
    private Shape[] shapes;
    private List<List<ParameterSpec>> parameters;

    Building(Network network, ProblemList problems) {
        this.network = network;
        this.problems = problems;
    }

    /** The graph, or {@code null} after an error. */
    Graph graph() {
        Names.check(network, problems);
        boolean named = problems.errors() == 0;
        if (network.nodes().isEmpty()) {
            problems.error(network.source().has("nodes") ? network.source().get("nodes").at() : network.source().at(),
                    "the network has no nodes: begin with {\"id\": \"in\", \"layer\": \"Input\", \"shape\": [2]}");
            return null;
        }
        if (!new BlockSizes(network, problems).check()) {
            return null;
        }
        Templates templates = new Templates(network, problems);
        Template design = templates.design();
        unrolled = named && templates.connected() ? Unrolled.of(design, problems) : null;
        order = unrolled == null ? null : Order.of(unrolled, problems);
        if (order == null) {
            return null;
        }
        inferShapes();
        checkInput();
        List<GraphLoss> losses = losses();
        if (problems.errors() > 0 || losses == null) {
            return null;
        }
        collect(losses);
        checkSize();
        new Reach(network, nodes, losses).warnOfUnused(problems);
        checkFit(losses);
        new RecipeCheck(network, problems).check(nodes, losses);
        if (problems.errors() > 0) {
            return null;
        }
        Map<String, Integer> blocks = new HashMap<>();
        unrolled.tops().forEach((id, item) -> blocks.put(id, placeOf[item]));
        return new Graph(nodes, losses, blocks);
    }

    private void checkFit(List<GraphLoss> losses) {
        if (network.recipe().fit() instanceof Fit.RidgeFit ridge && problems.errors() == 0) {
            try {
                ReadOut.of(nodes, losses, ridge);
            } catch (IllegalArgumentException e) {
                problems.error(network.source().object("recipe").at(), e.getMessage());
            }
        }
    }

    /** Collects, by the ids of the design's own nodes, what is known of them even after an error. */
    void known(Map<String, Shape> shapeOf, Map<String, Long> parametersOf) {
        if (shapes == null) {
            return;
        }
        unrolled.tops().forEach((id, item) -> {
            if (shapes[item] != null) {
                shapeOf.put(id, shapes[item]);
            }
        });
        for (int item = 0; item < shapes.length; item++) {
            long count = 0;
            for (ParameterSpec parameter : parameters.get(item)) {
                count = Saturated.plus(count, parameter.shape().size());
            }
            parametersOf.merge(new LayerReference(null, unrolled.items().get(item).id()).top(), count, Saturated::plus);
        }
    }

    private void inferShapes() {
        int count = order.length;
        shapes = new Shape[count];
        placeOf = new int[count];
        parameters = new ArrayList<>(Collections.nCopies(count, List.of()));
        for (int place = 0; place < count; place++) {
            int item = order[place];
            placeOf[item] = place;
            Unrolled.Item at = unrolled.items().get(item);
            List<Shape> read = inputShapes(item);
            if (at.layer() == null || read == null) {
                continue;
            }
            try {
                shapes[item] = at.layer().outputShape(read);
                List<ParameterSpec> own = at.layer().parameters(read);
                own.forEach(parameter -> parameter.initializer().check(parameter));
                parameters.set(item, own);
            } catch (ShapeMismatch | IllegalArgumentException | ArithmeticException e) {
                shapes[item] = null;
                problems.of(at.id()).error(at.node().at(), reads(item) + e.getMessage());
            }
        }
    }

    /** {@code null} if one is unknown, or their number was reported as wrong. */
    private List<Shape> inputShapes(int item) {
        List<Shape> read = new ArrayList<>();
        for (int input : unrolled.inputs(item)) {
            if (shapes[input] == null) {
                return null;
            }
            read.add(shapes[input]);
        }
        var layer = unrolled.items().get(item).layer();
        return layer == null || read.size() < layer.minInputs() || read.size() > layer.maxInputs() ? null : read;
    }

    private String reads(int item) {
        int[] inputs = unrolled.inputs(item);
        if (inputs.length == 0) {
            return "";
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < Math.min(inputs.length, MOST_INPUTS_NAMED); i++) {
            named.add("'" + Quoted.plain(unrolled.items().get(inputs[i]).id()) + "' " + shapes[inputs[i]]);
        }
        if (inputs.length > MOST_INPUTS_NAMED) {
            named.add("…");
        }
        return "reads " + String.join(" and ", named) + ": ";
    }

    private void checkInput() {
        boolean unknown = false;
        for (Unrolled.Item item : unrolled.items()) {
            unknown |= item.layer() == null;
            if (item.layer() != null && item.layer().maxInputs() == 0) {
                return;
            }
        }
        if (!unknown) {
            problems.error(network.nodes().getFirst().at(),
                    "the network has no Input: add {\"id\": \"in\", \"layer\": \"Input\", \"shape\": [2]}");
        }
    }

    /** The losses at their places; {@code null} if one could not be read. */
    private List<GraphLoss> losses() {
        List<GraphLoss> losses = new ArrayList<>();
        boolean complete = true;
        if (network.losses().isEmpty()) {
            problems.error(network.source().at(), "the network has no loss: add \"losses\": [{\"node\": "
                    + Quoted.text(network.nodes().getLast().id()).replace('\'', '"')
                    + ", \"loss\": \"mean-squared-error\"}] or another");
        }
        Set<Integer> taken = new HashSet<>();
        for (LossAt at : network.losses()) {
            Integer item = item(at);
            if (item != null && !taken.add(item)) {
                problems.of(at.node()).error(at.at(), "the node has two losses; remove one");
            }
            complete &= at.loss() != null;
            if (item != null && at.loss() != null && shapes[item] != null) {
                check(at, item);
                losses.add(new GraphLoss(placeOf[item], at.loss()));
            }
        }
        return complete ? losses : null;
    }

    private Integer item(LossAt at) {
        Integer item = unrolled.tops().get(at.node());
        if (item == null && at.node().contains("/")) {
            if (judged.isEmpty()) {
                for (int i = 0; i < unrolled.items().size(); i++) {
                    judged.put(unrolled.items().get(i).id(), i);
                }
            }
            item = judged.get(at.node());
        }
        if (item == null) {
            problems.error(at.source().has("node") ? at.source().get("node").at() : at.at(), at.node().isEmpty()
                    ? "the loss does not say which node it judges: add \"node\""
                    : "the loss judges " + Quoted.text(at.node()) + ", which is no node"
                            + Nearest.advice(at.node(), unrolled.tops().keySet()));
        }
        return item;
    }

    private void check(LossAt at, int item) {
        ProblemList sink = problems.of(at.node());
        try {
            at.loss().targetShape(shapes[item]);
        } catch (ShapeMismatch | IllegalArgumentException e) {
            sink.error(at.at(), e.getMessage());
            return;
        }
        String warning = at.loss().warning(unrolled.items().get(item).layer());
        if (warning != null) {
            sink.warning(at.at(), warning);
        }
    }

    private void collect(List<GraphLoss> losses) {
        Set<Integer> outputs = new HashSet<>();
        losses.forEach(loss -> outputs.add(loss.node()));
        for (int place = 0; place < order.length; place++) {
            Unrolled.Item item = unrolled.items().get(order[place]);
            List<Integer> inputs = new ArrayList<>();
            int depth = 0;
            for (int input : unrolled.inputs(order[place])) {
                inputs.add(placeOf[input]);
                depth = Math.max(depth, nodes.get(placeOf[input]).depth() + 1);
            }
            nodes.add(new GraphNode(place, item.id(), item.layer(), inputs, shapes[order[place]], depth,
                    parameters.get(order[place]), outputs.contains(place), item.node()));
        }
    }

    /** Parameters lie in one flat vector, which an int must be able to index. */
    private void checkSize() {
        long count = nodes.stream().mapToLong(GraphNode::parameterCount).reduce(0, Saturated::plus);
        if (count > Integer.MAX_VALUE) {
            GraphNode largest = nodes.stream().max((a, b) -> Long.compare(a.parameterCount(), b.parameterCount()))
                    .orElseThrow();
            problems.of(largest.id()).error(largest.origin().at(), "the network has " + count
                    + " parameters, at most " + Integer.MAX_VALUE + " are possible; this layer has the most, "
                    + largest.parameterCount());
        }
    }
}
