package dev.headwater.trainer.input;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Overrides;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.ProblemList;
import dev.headwater.core.network.UnknownPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A network file as a command sees it: read, overridden, unrolled and checked.
 *
 * @param file as it was named
 * @param network the design
 * @param graph unrolled; {@code null} if the design has an error
 * @param data where the data come from; {@code null} if the file does not say, or wrongly
 * @param problems all that is wrong, by place
 * @param tree the file as JSON, overrides applied
 */
public record Design(Path file, Network network, Graph graph, DataSpec data, List<Problem> problems, Json.Obj tree) {
    /**
     * Reads a network file.
     *
     * @param assignments {@code PATH=VALUE}, made in this order; files of {@code data} relative to the working directory
     * @throws Failure if it is no network that this version reads, or an assignment has no such path
     */
    public static Design read(Path file, List<String> assignments) throws Failure {
        NetworkFile.Parsed parsed = NetworkFile.read(file);
        if (parsed.tree() != null && !assignments.isEmpty()) {
            parsed = NetworkFile.read(parsed.name(), overridden(parsed, assignments));
        }
        List<Problem> problems = new ArrayList<>(parsed.problems());
        if (parsed.network() == null) {
            throw refusal(problems, parsed.name());
        }
        Network network = parsed.network();
        Graph graph = Graph.of(network, problems);
        DataSpec data = parsed.tree().has("data") ? DataSpec.bind(network.data(), new ProblemList(problems)) : null;
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new Design(file, network, graph, data, List.copyOf(problems), parsed.tree());
    }

    private static Json.Obj overridden(NetworkFile.Parsed parsed, List<String> assignments) throws Failure {
        List<String> resolved = assignments.stream().map(DataPaths::resolve).toList();
        try {
            return Overrides.apply(parsed.tree(), resolved, DataSources.ALL, Set.copyOf(DataSpec.OWN_SETTINGS));
        } catch (UnknownPath e) {
            throw Failure.input("--set: " + e.getMessage(), parsed.name());
        }
    }

    /**
     * Makes sure that the design can be trained.
     *
     * @throws Failure with the first error
     */
    public void requireSound() throws Failure {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw refusal(problems, file.toString());
        }
        if (data == null) {
            throw Failure.input("the network names no \"data\" to train on: add a data object such as"
                    + " {\"source\": \"csv\", \"file\": \"circle.csv\", \"label\": \"label\"}", file.toString());
        }
    }

    /** Whether nothing is wrong that would keep it from being trained. */
    public boolean sound() {
        return problems.stream().noneMatch(Problem::isError);
    }

    private static Failure refusal(List<Problem> problems, String file) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        String more = errors.size() == 1 ? ""
                : " (and " + (errors.size() - 1) + " more; \"headwater check\" lists all)";
        return Failure.of(errors.getFirst(), file, more);
    }

    /** The folder that paths in the file are relative to. */
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
