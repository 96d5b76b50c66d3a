package dev.headwater.trainer;

import dev.headwater.core.engine.Diverged;
import dev.headwater.core.run.RunFolder;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.Job;

/** What to say, and what to try, when the numbers of a training stopped being numbers. */
final class DivergenceAdvice {
    private DivergenceAdvice() {
    }

    /** The failure that names step, layer, tensor and direction, the checkpoint before it, and the way out. */
    static Failure failure(Job job, RunFolder folder, Diverged diverged) {
        double rate = job.recipe().optimizer().learningRate();
        String smaller = "a smaller learning rate (recipe.optimizer.learningRate is " + Numbers.real(rate) + ")";
        String advice = switch (diverged.phase()) {
            case FORWARD -> smaller + ", smaller initial weights, or standardized inputs (data.standardize=true)";
            case BACKWARD -> smaller + ", fewer layers in a row without a shortcut, or another initializer";
            case UPDATE -> smaller;
        };
        return new Failure(Failure.JOB, "the training diverged: " + diverged.getMessage()
                + "; the state before that step"
                + " is in " + folder.path().resolve("checkpoint-" + diverged.step() + ".safetensors") + "; try "
                + advice,
                job.design().file().toString(), 0, 0, diverged.node(), diverged);
    }
}
