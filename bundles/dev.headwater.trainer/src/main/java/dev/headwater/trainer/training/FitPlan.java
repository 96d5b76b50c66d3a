package dev.headwater.trainer.training;

import dev.headwater.core.engine.Model;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which nodes a training by the gradient trains in which epochs, and by which losses. */
final class FitPlan {
    /** From one epoch on, to the next stretch or the end; empty lists mean all. */
    private record Stretch(long fromEpoch, List<String> nodes, List<String> losses) {
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private final int stepsPerEpoch;
    private Stretch entered;

    private FitPlan(int stepsPerEpoch) {
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /** The plan of a sound recipe. */
    static FitPlan of(Recipe recipe, int stepsPerEpoch) {
        FitPlan plan = new FitPlan(stepsPerEpoch);
        switch (recipe.fit()) {
            case Fit.RidgeFit closed -> plan.stretches.add(new Stretch(0, List.of(), List.of())); // never stepped
            case Fit.GradientFit all -> plan.stretches.add(new Stretch(0, List.of(), List.of()));
            case Fit.StagesFit fit -> {
                long epoch = 0;
                for (Stage stage : fit.stages()) {
                    plan.stretches.add(new Stretch(epoch, stage.nodes(), stage.losses()));
                    epoch += stage.epochs().orElse(0);
                }
            }
        }
        return plan;
    }

    /** Lets a model train what an epoch, from 0, trains. */
    void enter(Model model, long epoch) {
        Stretch now = at(epoch);
        if (now != entered && !(stretches.size() == 1 && now.nodes.isEmpty())) {
            model.focus(among(now.nodes), among(now.losses), now.fromEpoch * stepsPerEpoch);
        }
        entered = now;
    }

    /** Whether an epoch belongs to the last stretch, whose scores are those of the result. */
    boolean last(long epoch) {
        return at(epoch) == stretches.getLast();
    }

    private Stretch at(long epoch) {
        Stretch found = stretches.getFirst();
        for (Stretch stretch : stretches) {
            found = stretch.fromEpoch <= epoch ? stretch : found;
        }
        return found;
    }

    /** Whether a layer's id, or that of the node of the design in which it stands, is one of these; all if none is. */
    private static Predicate<String> among(List<String> names) {
        return id -> names.isEmpty() || names.contains(id) || names.contains(new LayerReference(null, id).top());
    }
}
