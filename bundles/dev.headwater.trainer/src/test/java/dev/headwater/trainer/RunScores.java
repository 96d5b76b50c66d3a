package dev.headwater.trainer;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.RunFolder;
import dev.headwater.trainer.training.Score;
import java.nio.file.Path;

/** The scores that a run's record holds. */
final class RunScores {
    private RunScores() {
    }

    /** The training score at the end, as the text of a {@link Score}. */
    static String train(Path run) throws Exception {
        Json.Obj train = RunFolder.open(run).read().result().object("train");
        return new Score(train.number("loss", Double.NaN), train.number("accuracy", Double.NaN)).toString();
    }
}
