package dev.headwater.benchmarks.product;

import dev.headwater.benchmarks.workload.Workload;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The network of a workload, read from the text of its file and checked. */
public record Sketch(Graph graph, Recipe recipe) {
    /**
     * Reads the network of a workload.
     *
     * @throws IllegalStateException if it has errors
     */
    public static Sketch of(Workload workload, Statistics statistics, int batch) {
        // A ridge fit has no learning rate, yet a recipe must name one above 0.
        double rate = workload.rate() > 0 ? workload.rate() : 1;
        String text = """
                {"headwater": 1,
                %s,
                "recipe": {"optimizer": {"kind": "sgd", "learningRate": %s}, "batch": %d, "fit": %s, "probe": %s}}"""
                .formatted(workload.network(), rate, batch, workload.fit(), statistics.probe());
        NetworkFile.Parsed parsed = NetworkFile.read(workload.name(), text.getBytes(StandardCharsets.UTF_8));
        List<Problem> problems = new ArrayList<>(parsed.problems());
        Graph graph = parsed.network() == null ? null : Graph.of(parsed.network(), problems);
        if (graph == null || parsed.hasErrors()) {
            throw new IllegalStateException(workload.name() + ": " + problems);
        }
        Network network = parsed.network();
        return new Sketch(graph, network.recipe());
    }
}
