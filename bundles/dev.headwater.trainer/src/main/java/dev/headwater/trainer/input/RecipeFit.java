package dev.headwater.trainer.input;

import dev.headwater.core.data.TrainingData;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.loss.Scoring;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Stopping;
import dev.headwater.core.schedule.Monitor;

/** Checks, before anything is trained, that what a recipe watches will be there. */
public final class RecipeFit {
    private RecipeFit() {
    }

    /**
     * Checks a sound design with its data.
     *
     * @throws Failure naming the setting and the way out
     */
    public static void check(Design design, TrainingData data) throws Failure {
        Recipe recipe = design.network().recipe();
        if (recipe.stopping() instanceof Stopping.Early early) {
            check(design, data, "stopping", early.monitor());
        }
        if (recipe.schedule().watched() != null) {
            check(design, data, "schedule", recipe.schedule().watched());
        }
    }

    private static void check(Design design, TrainingData data, String setting, Monitor monitor) throws Failure {
        if (monitor.needsValidation() && data.parts().validation().size() == 0) {
            throw refuse(design, setting, "watches the " + monitor.words() + ", but the data ("
                    + data.data().description() + ") have no validation part; set data.split.validation to 0.2, or the"
                    + " setting's monitor to training-loss");
        }
        if (monitor == Monitor.VALIDATION_ACCURACY && design.graph().losses().stream().map(GraphLoss::loss)
                .allMatch(loss -> loss.scoring() == Scoring.NONE)) {
            throw refuse(design, setting, "watches the validation accuracy, but no loss of the network knows right from"
                    + " wrong; let its monitor be validation-loss");
        }
    }

    private static Failure refuse(Design design, String setting, String why) {
        Json said = design.network().source().object("recipe").get(setting);
        Position at = said == null ? Position.NONE : said.at();
        return new Failure(Failure.INPUT, "recipe." + setting + " " + why, design.file().toString(), at.line(),
                at.column(), null, null);
    }
}
