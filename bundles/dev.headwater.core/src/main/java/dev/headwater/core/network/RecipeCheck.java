package dev.headwater.core.network;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.layer.Input;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.network.Fit.StagesFit;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.schedule.Constant;
import dev.headwater.core.schedule.Schedules;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds settings of a recipe that do not fit each other or name nodes that do not exist. */
final class RecipeCheck {
    private final Network network;
    private final Recipe recipe;
    private final ProblemList problems;

    RecipeCheck(Network network, ProblemList problems) {
        this.network = network;
        this.recipe = network.recipe();
        this.problems = problems;
    }

    /**
     * Reports what is wrong.
     *
     * @param nodes the layers
     * @param losses theirs
     */
    void check(List<GraphNode> nodes, List<GraphLoss> losses) {
        if (!recipe.optimizer().obeysLearningRate() && !(recipe.schedule() instanceof Constant)) {
            problems.warning(at("schedule"), "the schedule " + Schedules.ALL.nameOf(recipe.schedule())
                    + " has no effect on the optimizer " + Optimizers.ALL.nameOf(recipe.optimizer())
                    + ", whose steps do not depend on the learning rate; remove recipe.schedule");
        }
        switch (recipe.fit()) {
            case Fit.GradientFit gradient -> {
                // all nodes, all losses
            }
            case Fit.RidgeFit ridge -> {
                // what it needs of the network is checked where the network is known
            }
            case StagesFit stages -> check(stages, nodes, losses);
        }
    }

    private void check(StagesFit fit, List<GraphNode> nodes, List<GraphLoss> losses) {
        List<Stage> stages = fit.stages();
        if (stages.isEmpty()) {
            error("a fit by stages needs at least one: add {\"nodes\": [\"" + network.nodes().getLast().id() + "\"]}");
            return;
        }
        Set<String> ids = new TreeSet<>();
        nodes.forEach(node -> names(node, ids));
        Set<String> judged = new TreeSet<>();
        losses.forEach(loss -> names(nodes.get(loss.node()), judged));
        long before = 0;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String which = "stage " + (i + 1) + " of recipe.fit ";
            boolean last = i == stages.size() - 1;
            if (stage.nodes().isEmpty()) {
                error(which + "trains no node: name some in \"nodes\"");
            }
            stage.nodes().forEach(name -> exists(which + "trains ", name, ids, "is no node"));
            stage.losses().forEach(name -> exists(which + "is judged by ", name, judged, "has no loss"));
            if (problems.errors() == 0) {
                checkWay(which, stage, nodes);
            }
            if (last == stage.epochs().isPresent()) {
                error(which + (last ? "is the last and lasts until recipe.epochs are done: leave out its \"epochs\""
                        : "does not say how long it lasts: add \"epochs\""));
            }
            before += stage.epochs().orElse(0);
        }
        if (before >= recipe.epochs()) {
            error("the stages before the last take " + before + " epochs, so that recipe.epochs, " + recipe.epochs()
                    + ", leaves none for the last; make it at least " + (before + 1));
        }
    }

    private void checkWay(String which, Stage stage, List<GraphNode> nodes) {
        boolean plain = stage.corruption() == 0 && stage.loss() instanceof MeanSquaredError;
        if (stage.fit() == Stage.Way.GRADIENT) {
            if (!plain) {
                error(which + "trains by the network's losses, so it has no corruption and no loss of its own; remove"
                        + " them, or add \"fit\": \"autoencoder\"");
            }
            return;
        }
        if (!stage.losses().isEmpty()) {
            error(which + "is judged by its own reconstruction alone: leave out \"losses\"");
        }
        try {
            GraphNode read = nodes.get(Autoencoder.of(nodes, stage).from());
            if (Autoencoder.probabilities(stage.loss()) && !(read.layer() instanceof Input) && !stage.loss().fuses(read
                    .layer())) {
                problems.warning(at("fit"), which + "reconstructs what " + Quoted.text(read.id())
                        + " puts out by a loss"
                        + " for values from 0 to 1; give that node a sigmoid, or use mean-squared-error");
            }
        } catch (IllegalArgumentException e) {
            error(which + e.getMessage());
        }
    }

    /** The names by which a stage may mean a layer: its own, and that of the node of the design that it stands in. */
    private static void names(GraphNode node, Collection<String> into) {
        into.add(node.id());
        into.add(new LayerReference(null, node.id()).top());
    }

    private void exists(String what, String name, Set<String> known, String otherwise) {
        if (!known.contains(name)) {
            error(what + Quoted.text(name) + ", which " + otherwise + Nearest.advice(name, known));
        }
    }

    private void error(String message) {
        problems.error(at("fit"), message);
    }

    private Position at(String setting) {
        Json.Obj said = network.source().object("recipe");
        return said.has(setting) ? said.get(setting).at() : said.at();
    }
}
