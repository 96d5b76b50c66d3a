package dev.headwater.core.network;

import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that follows from a design, as far as it does: while it is drawn it has errors most of the time, and
 * shapes are known all the same wherever inputs are.
 *
 * @param graph the design unrolled; {@code null} while it has an error
 * @param shapes of one example of the output, by the ids of the design's own nodes, where they are known
 * @param parameters how many numbers each of these nodes learns, all repetitions of a block together
 * @param problems what is wrong with it
 */
public record Analysis(Graph graph, Map<String, Shape> shapes, Map<String, Long> parameters, List<Problem> problems) {
    /** Nothing, of nothing. */
    public static final Analysis NONE = new Analysis(null, Map.of(), Map.of(), List.of());

    /** What follows from a design; {@code read} are the problems that reading it found. */
    public static Analysis of(Network network, List<Problem> read) {
        List<Problem> problems = new ArrayList<>(read);
        Building building = new Building(network, new ProblemList(problems));
        Graph graph = building.graph();
        if (read.stream().anyMatch(Problem::isError)) {
            graph = null;
        }
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, Long> parameters = new HashMap<>();
        building.known(shapes, parameters);
        return new Analysis(graph, Collections.unmodifiableMap(shapes), Collections.unmodifiableMap(parameters),
                List.copyOf(problems));
    }
}
