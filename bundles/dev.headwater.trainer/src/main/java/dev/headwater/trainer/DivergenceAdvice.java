package dev.headwater.trainer;

import dev.headwater.core.engine.Diverged;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.schedule.Constant;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.Job;
import java.util.ArrayList;
import java.util.List;

/** What to say, and what to try, when the numbers of a training stopped being numbers. */
final class DivergenceAdvice {
    /** A training that diverges this early may only need to begin more slowly. */
    private static final long EARLY = 1000;

    private DivergenceAdvice() {
    }

    /** The failure that names step, layer, tensor and direction, the checkpoint before it, and the way out. */
    static Failure failure(Job job, RunFolder folder, Diverged diverged) {
        return new Failure(Failure.JOB, "the training diverged: " + diverged.getMessage()
                + "; the state before that step"
                + " is in " + folder.path().resolve("checkpoint-" + diverged.step() + ".safetensors") + "; try "
                + listed(advice(job.recipe(), diverged)),
                job.design().file().toString(), 0, 0, diverged.node(), diverged);
    }

    private static List<String> advice(Recipe recipe, Diverged diverged) {
        List<String> advice = new ArrayList<>();
        double rate = recipe.optimizer().learningRate();
        advice.add("a smaller learning rate (recipe.optimizer.learningRate is " + Numbers.real(rate) + ")");
        switch (recipe.clip()) {
            case Clip.None none -> advice.add("clipped gradients (recipe.clip=global-norm)");
            case Clip.Value clip -> advice.add(smaller(clip.threshold()));
            case Clip.Norm clip -> advice.add(smaller(clip.threshold()));
            case Clip.GlobalNorm clip -> advice.add(smaller(clip.threshold()));
        }
        if (diverged.step() > 0 && diverged.step() < EARLY && recipe.schedule() instanceof Constant
                && recipe.optimizer().obeysLearningRate()) {
            advice.add("a learning rate that rises slowly (recipe.schedule=warm-up)");
        }
        if (recipe.gradientNoise().eta() > 0) {
            advice.add("less noise (recipe.gradientNoise.eta is " + Numbers.real(recipe.gradientNoise().eta()) + ")");
        }
        switch (diverged.phase()) {
            case FORWARD -> {
                advice.add("smaller initial weights");
                advice.add("standardized inputs (data.standardize=true)");
            }
            case BACKWARD -> {
                advice.add("fewer layers in a row without a shortcut");
                advice.add("another initializer");
            }
            case UPDATE -> {
                // what changes the update stands above
            }
        }
        return advice;
    }

    private static String smaller(double threshold) {
        return "a smaller recipe.clip.threshold (it is " + Numbers.real(threshold) + ")";
    }

    private static String listed(List<String> advice) {
        return advice.size() == 1 ? advice.getFirst()
                : String.join(", ", advice.subList(0, advice.size() - 1)) + ", or " + advice.getLast();
    }
}
