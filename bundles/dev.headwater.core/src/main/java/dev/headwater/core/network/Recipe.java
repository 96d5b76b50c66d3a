package dev.headwater.core.network;

import dev.headwater.core.catalog.Setting;
import dev.headwater.core.json.Json;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.GradientNoise;
import dev.headwater.core.optimizer.Optimizer;
import dev.headwater.core.schedule.Schedule;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a network is trained.
 *
 * @param optimizer turns gradients into updates
 * @param batch rows per step
 * @param epochs trips through the training part
 * @param seed of everything drawn
 * @param parts into how many parts a step is cut; decides the bits of the result, unlike the threads
 * @param threads how many parts run at once; beside a single part a second one measures and updates
 * @param probe what is recorded
 * @param fit how the parameters are found
 * @param clip how large gradients are cut back
 * @param gradientNoise what is added to gradients
 * @param schedule how the learning rate changes
 * @param accumulate batches whose gradients make one update
 * @param stopping whether training may end early
 * @param conditioning what is done to the first parameters once all are drawn
 */
public record Recipe(
        @Setting(about = "What turns gradients into updates.", byDefault = "adam") Optimizer optimizer,
        @Setting(about = "Rows of data per step.", byDefault = "32", min = 1, max = 1 << 24) int batch,
        @Setting(about = "Trips through the training data.", byDefault = "10", min = 1) int epochs,
        @Setting(about = "Seed of everything that is drawn: weights, order, split.", byDefault = "1") long seed,
        @Setting(about = "Parts that a step is cut into.", byDefault = "auto", min = 1, max = 64) OptionalInt parts,
        @Setting(about = "Parts that run at once; beside a single part a second thread measures and updates.", byDefault = "auto", min = 1, max = 64) OptionalInt threads,
        @Setting(about = "What is recorded, and how often.", byDefault = "{}") Probe probe,
        @Setting(about = "How the parameters are found.", byDefault = "gradient") Fit fit,
        @Setting(about = "How gradients that are too large are cut back.", byDefault = "none") Clip clip,
        @Setting(about = "Noise that is added to the gradients.", byDefault = "{}") GradientNoise gradientNoise,
        @Setting(about = "How the learning rate changes from step to step.", byDefault = "constant") Schedule schedule,
        @Setting(about = "Batches whose gradients make one step together.", byDefault = "1", min = 1, max = 1 << 20) int accumulate,
        @Setting(about = "Whether training may end before its last epoch.", byDefault = "never") Stopping stopping,
        @Setting(about = "What is done to the first parameters once all are drawn.", byDefault = "none") Conditioning conditioning) {
    private static final int ROWS_FOR_TWO_PARTS = 128;
    /** Where weights are shared by many positions or steps of an example, far fewer examples are worth two parts … */
    private static final int SHARED_ROWS_FOR_TWO_PARTS = 8;
    /** … if as many rows as this are multiplied with each of them, */
    private static final double USES_FOR_TWO_PARTS = 1_024;
    /** and a step has enough to do that handing half of it over is worth it. */
    private static final double WORK_FOR_TWO_PARTS = 4e6;

    /** The recipe of a file that says nothing. */
    public static Recipe byDefault() {
        return Vocabulary.binder().bind(Recipe.class, Json.Obj.EMPTY, Set.of(),
                new ProblemList(new ArrayList<>()));
    }

    /**
     * Into how many parts a batch of this many rows is cut: at most one a row. By default 2 from 128 rows on, and where
     * every weight is used many times for an example, as in convolutions and recurrent layers, from 8 on; else 1. It never
     * depends on the machine.
     */
    public int partsFor(Graph graph, int rows) {
        return Math.max(1, Math.min(rows, parts.orElse(rows >= ROWS_FOR_TWO_PARTS || sharesWeights(graph, rows) ? 2
                : 1)));
    }

    private static boolean sharesWeights(Graph graph, int rows) {
        double work = (double) rows * graph.multiplyAdds();
        return rows >= SHARED_ROWS_FOR_TWO_PARTS && work >= WORK_FOR_TWO_PARTS
                && work >= USES_FOR_TWO_PARTS * graph.parameterCount();
    }
}
