package dev.headwater.trainer.training;

import dev.headwater.core.engine.Model;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Stage;
import java.util.ArrayList;
import java.util.List;

/** Which nodes a training by the gradient trains in which epochs, and by which losses. */
final class FitPlan {
    /** From one epoch on, to the next stretch or the end: a stage and its place; {@code null} for all. */
    private record Stretch(long fromEpoch, Stage stage, int place) {
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
            case Fit.RidgeFit closed -> plan.stretches.add(new Stretch(0, null, 0)); // never stepped
            case Fit.GradientFit all -> plan.stretches.add(new Stretch(0, null, 0));
            case Fit.StagesFit fit -> {
                long epoch = 0;
                for (Stage stage : fit.stages()) {
                    plan.stretches.add(new Stretch(epoch, stage, plan.stretches.size()));
                    epoch += stage.epochs().orElse(0);
                }
            }
        }
        return plan;
    }

    /** Lets a model train what an epoch, from 0, trains. */
    void enter(Model model, long epoch) {
        Stretch now = at(epoch);
        if (now != entered && now.stage != null) {
            long since = now.fromEpoch * stepsPerEpoch;
            if (now.stage.fit() == Stage.Way.AUTOENCODER) {
                model.pretrain(now.place, since);
            } else {
                model.focus(now.stage::trains, now.stage::isJudgedAt, since);
            }
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
}
