package dev.headwater.core.engine;

import dev.headwater.core.initializer.Orthogonal;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Pass;
import dev.headwater.core.network.ActivationsApart;
import dev.headwater.core.network.Conditioning;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layer-sequential unit variance: layer by layer an orthonormal weight, divided by the standard deviation of its output
 * on some examples. The output is taken before the activation, where the network's twin with activations apart has it;
 * each layer is run only as often as it is scaled, so that all of it costs a few forward passes.
 */
final class UnitVariance {
    /** Below this a layer yields nothing that could be scaled. */
    private static final double SILENT = 1e-30;

    private final Conditioning.Lsuv settings;
    private final Graph graph;
    private final Model model;
    private final long seed;
    private final List<String> remarks = new ArrayList<>();

    UnitVariance(Conditioning.Lsuv settings, Graph graph, Model model, long seed) {
        this.settings = settings;
        this.graph = graph;
        this.model = model;
        this.seed = seed;
    }

    List<String> apply(float[] examples, int[] lengths, int rows) {
        Graph apart = ActivationsApart.of(graph);
        try (Model twin = model.of(apart, rows)) {
            copy(model.tensors(), twin.tensors());
            PartPlan part = twin.parts()[0];
            part.load(examples, new float[targets(part, apart) * rows], lengths, 0, rows, rows, false, 0);
            int place = 0;
            for (GraphNode node : apart.nodes()) {
                if (twin.live(node.index())) {
                    if (ActivationsApart.weighted(node)) {
                        draw(node, twin);
                    }
                    part.forward(place, place + 1);
                    if (ActivationsApart.weighted(node)) {
                        scale(node, twin, place, rows);
                    }
                    place++;
                }
            }
            copy(twin.tensors(), model.tensors());
        }
        return remarks;
    }

    private static int targets(PartPlan part, Graph apart) {
        int largest = 1;
        for (int i = 0; i < apart.losses().size(); i++) {
            largest = Math.max(largest, part.target(i).shape().size());
        }
        return largest;
    }

    private static void copy(Map<String, Tensor> from, Map<String, Tensor> to) {
        from.forEach((name, tensor) -> {
            if (!to.containsKey(name)) {
                return; // a decoder's
            }
            float[] values = new float[tensor.data().capacity()];
            tensor.data().get(0, values);
            to.get(name).data().put(0, values);
        });
    }

    private void draw(GraphNode node, Model twin) {
        ParameterSpec spec = node.parameters().stream().filter(p -> p.name().equals("weight")).findFirst()
                .orElseThrow();
        float[] drawn = new float[spec.shape().size()];
        new Orthogonal(1).draw(drawn, spec, Seeds.generator(seed, "lsuv", node.id()));
        weight(node, twin).data().put(0, drawn);
    }

    private static Tensor weight(GraphNode node, Model twin) {
        return twin.tensors().get(node.id() + "/weight");
    }

    private void scale(GraphNode node, Model twin, int place, int rows) {
        PartPlan part = twin.parts()[0];
        Tensor weight = weight(node, twin);
        for (int i = 0; i <= settings.iterations(); i++) {
            double deviation = deviation(part.output(node.index()), part.pass(), rows);
            double variance = deviation * deviation;
            if (Math.abs(variance - 1) <= settings.tolerance()) {
                return;
            }
            if (!(variance > SILENT) || !Double.isFinite(variance) || i == settings.iterations()) {
                remarks.add("LSUV left layer " + node.id() + " with an output variance of " + (float) variance
                        + " on the first batch, not 1"
                        + (variance > SILENT ? "; raise recipe.conditioning.iterations"
                                : "; what it reads is the same for all examples"));
                return;
            }
            float factor = (float) (1 / deviation);
            for (int k = 0; k < weight.data().capacity(); k++) {
                weight.data().put(k, weight.data().get(k) * factor);
            }
            part.forward(place, place + 1);
        }
    }

    /** The standard deviation of all values but those of steps that are padding. */
    private static double deviation(Tensor output, Pass pass, int rows) {
        Totals all = new Totals();
        Accumulator accumulator = new Accumulator();
        Shape shape = output.shape();
        if (!pass.padded() || shape.rank() < 2) {
            accumulator.measure(Memory.of(output.data()), 0, rows * shape.size(), all);
            return all.deviation();
        }
        all.clear();
        Totals one = new Totals();
        for (int example = 0; example < rows; example++) {
            int counted = pass.length(example, shape.extent(0)) * (shape.size() / shape.extent(0));
            accumulator.measure(Memory.of(output.data()), example * shape.size(), counted, one);
            all.include(one);
        }
        return all.deviation();
    }
}
