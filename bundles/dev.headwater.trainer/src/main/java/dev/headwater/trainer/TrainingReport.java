package dev.headwater.trainer;

import dev.headwater.core.engine.Blas;
import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.run.RunFolder;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.inspection.Frame;
import dev.headwater.trainer.inspection.GradientSummary;
import dev.headwater.trainer.inspection.LayerChoice;
import dev.headwater.trainer.inspection.LayerTable;
import dev.headwater.trainer.inspection.Recording;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.text.Table;
import dev.headwater.trainer.text.Wrapped;
import dev.headwater.trainer.training.Job;
import dev.headwater.trainer.training.Outcome;
import dev.headwater.trainer.training.Resumption;
import dev.headwater.trainer.training.Score;
import java.io.IOException;
import java.io.PrintStream;

/** What a person reads before and after a training. */
final class TrainingReport {
    /** The share of the time from which on waiting for data is worth a word. */
    private static final double NOTICEABLE = 0.05;

    private final Screen screen;
    private final PrintStream out;
    private final Job job;
    private final RunFolder folder;
    private final boolean suggesting;

    /** A report; {@code suggesting} says whether commands to go on with help whoever reads it. */
    TrainingReport(Screen screen, Job job, RunFolder folder, boolean suggesting) {
        this.screen = screen;
        this.suggesting = suggesting;
        out = screen.out();
        this.job = job;
        this.folder = folder;
    }

    /** What is about to be trained. */
    void begin(Resumption earlier) {
        var graph = job.design().graph();
        var parts = job.data().parts();
        Table table = new Table().left("").left("");
        table.row("network", job.design().file() + ": " + Numbers.plural(graph.nodes().size(), "layer") + ", "
                + Numbers.plural(graph.parameterCount(), "parameter"));
        table.row("data", job.data().data().description() + ": " + Numbers.count(parts.train().size()) + " to train, "
                + Numbers.count(parts.validation().size()) + " to validate");
        if (job.recipe().fit() instanceof RidgeFit ridge) {
            table.row("training", "read-out in closed form, alpha " + Numbers.real(ridge.alpha()) + ", seed "
                    + job.recipe().seed());
        } else {
            table.row("training", steps());
        }
        if (earlier != null) {
            table.row("goes on", "from step " + earlier.checkpoint().progress().step() + " of " + earlier.folder());
        }
        table.row("run", folder.toString());
        table.lines(0).forEach(out::println);
        out.println();
    }

    private String steps() {
        int rows = (int) Math.min((long) job.batch() * job.recipe().accumulate(), job.data().parts().train().size());
        return Numbers.plural(job.recipe().epochs(), "epoch") + " of " + Numbers.plural(job.stepsPerEpoch(), "step")
                + ", "
                + Numbers.plural(rows, "row") + " a step, seed " + job.recipe().seed();
    }

    /** How it went: the table of layers, the sentence about the gradient, the scores. */
    void end(Outcome outcome, Blas blas) throws Failure, IOException {
        table();
        double rate = outcome.seconds() > 0 ? outcome.steps() / outcome.seconds() : 0;
        Table table = new Table().left("").left("");
        if (outcome.early() != null) {
            table.row("ended", outcome.early());
        }
        row(table, "train", outcome.train());
        row(table, "validation", outcome.validation());
        table.row("speed", Numbers.plural(outcome.steps(), "step") + " in " + Numbers.real(outcome.seconds()) + " s, "
                + Numbers.count(Math.round(rate)) + " steps/s");
        table.row("products", blas.library() + ", kernel " + blas.kernel() + ", " + Numbers.count(Math.round(blas
                .gflops())) + " GF/s");
        table.row("memory", Numbers.bytes(outcome.usage().nativeBytes()) + " of native memory for the network");
        if (outcome.seconds() >= 1 && outcome.usage().waited() >= NOTICEABLE) { // before, the first batch is most of it
            table.row("waiting", Numbers.percent(outcome.usage().waited()) + " of the time no batch was ready");
        }
        if (blas.warning() != null) {
            table.row("warning", blas.warning());
        }
        table.row("run", folder + (suggesting ? " (" + Invocation.command() + " inspect " + folder + ")" : ""));
        table.lines(0).forEach(out::println);
    }

    private static void row(Table table, String name, Score score) {
        if (score != null) {
            table.row(name, "loss " + Numbers.loss(score.loss())
                    + (Double.isNaN(score.accuracy()) ? "" : ", accuracy " + Numbers.percent(score.accuracy())));
        }
    }

    /** The gradients of the first and the last step; nothing if the probe recorded none. */
    void table() throws Failure, IOException {
        try (Recording recording = Recording.open(folder)) {
            Frame last = recording.size() == 0 ? null : recording.lastWithGradients();
            if (last == null) {
                return;
            }
            Frame first = recording.first();
            out.println();
            Frame shown = last.with(LayerChoice.spaced(last.layers(), InspectCommand.MOST_LAYERS));
            new LayerTable(screen.unicode()).two(first, shown).forEach(out::println);
            int leftOut = last.layers().size() - shown.layers().size();
            if (leftOut > 0) {
                out.println(Numbers.plural(leftOut, "layer") + " left out" + (suggesting
                        ? "; all " + Numbers.count(last.layers().size()) + " are shown by: " + Invocation.command()
                                + " inspect " + folder + " --all"
                        : ""));
            }
            String sentence = new GradientSummary(recording.run().layers()).sentence(first, last);
            if (sentence != null) {
                out.println();
                Wrapped.lines(sentence, 0).forEach(out::println);
            }
            out.println();
        }
    }
}
