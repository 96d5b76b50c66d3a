package dev.headwater.trainer;

import dev.headwater.core.engine.Footprint;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.RecordingCost;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.text.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a network file, and how large the network is. Reads no data. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Checks a network file: problems with their place, parameters, memory, multiply-adds, what recording costs.",
        "The data are not read. Exit code 1 if there is an error.", ""})
final class CheckCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "NETWORK", description = "The network file (name.headwater).")
    private Path network;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Check it with a setting changed, for example"
            + " nodes.dense1.units=8. May be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CheckCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Failure {
        Design design = Design.read(network, assignments);
        if (json) {
            screen.out().println(JsonWriter.writeCompact(toJson(design)));
        } else {
            print(design);
        }
        return design.sound() ? 0 : Failure.JOB;
    }

    private static Json.Obj toJson(Design design) {
        Graph graph = design.graph();
        List<Json> problems = new ArrayList<>();
        for (Problem problem : design.problems()) {
            problems.add(Json.object().put("severity", word(problem)).put("node", problem.node())
                    .put("line", Failure.number(problem.line())).put("column", Failure.number(problem.column()))
                    .put("message", problem.message()).build());
        }
        return Json.object().put("problems", Json.array(problems))
                .put("parameters", graph == null ? Json.NULL : Json.of(graph.parameterCount()))
                .put("memory", graph == null ? Json.NULL : Json.of(bytes(design)))
                .put("multiplyAdds", graph == null ? Json.NULL : Json.of(graph.multiplyAdds())).build();
    }

    private static long bytes(Design design) {
        Recipe recipe = design.network().recipe();
        return Footprint.bytes(design.graph(), recipe, recipe.batch());
    }

    private void print(Design design) {
        for (Problem problem : design.problems()) {
            screen.out().println(Failure.place(network.toString(), problem.line(), problem.column()) + word(problem)
                    + ": " + (problem.node() == null ? "" : "node " + problem.node() + ": ") + problem.message());
        }
        long errors = design.problems().stream().filter(Problem::isError).count();
        long warnings = design.problems().size() - errors;
        if (!design.problems().isEmpty()) {
            screen.out().println();
        }
        screen.out().println(network + ": " + (errors + warnings == 0 ? "no problems"
                : Numbers.plural(errors, "error") + ", " + Numbers.plural(warnings, "warning")));
        Graph graph = design.graph();
        if (graph != null) {
            int batch = design.network().recipe().batch();
            long bytes = bytes(design);
            int depth = graph.nodes().stream().mapToInt(node -> node.depth()).max().orElse(0);
            Table table = new Table().left("").right("").left("");
            table.row("layers", Numbers.count(graph.nodes().size()), "depth " + depth);
            table.row("parameters", Numbers.count(graph.parameterCount()), "");
            table.row("memory", Numbers.bytes(bytes),
                    bytes < 1024 ? "about, to train with batches of " + batch
                            : "about " + Numbers.count(bytes) + " bytes, to train with batches of " + batch);
            table.row("multiply-adds", Numbers.count(graph.multiplyAdds()), "for one example forward");
            table.row("recording", "+" + Math.round(100 * RecordingCost.of(graph, design.network().recipe())) + " %",
                    "about, to the time of a step on one thread (recipe.probe)");
            table.lines(2).forEach(screen.out()::println);
        }
    }

    private static String word(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
