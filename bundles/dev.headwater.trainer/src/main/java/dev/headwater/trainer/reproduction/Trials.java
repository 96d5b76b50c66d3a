package dev.headwater.trainer.reproduction;

import dev.headwater.core.data.CountSplit;
import dev.headwater.core.data.DataSource;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.data.Dataset;
import dev.headwater.core.data.Origin;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.engine.Model;
import dev.headwater.core.engine.Prediction;
import dev.headwater.core.network.Problem;
import dev.headwater.core.run.RunFolder;
import dev.headwater.trainer.input.DataFit;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.training.EpochScore;
import dev.headwater.trainer.training.Job;
import dev.headwater.trainer.training.Outcome;
import dev.headwater.trainer.training.Stop;
import dev.headwater.trainer.training.Trained;
import dev.headwater.trainer.training.TrainingRun;
import dev.headwater.trainer.training.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The trainings of a reproduction, each an ordinary run in a folder that is removed in the end. */
public final class Trials implements AutoCloseable {
    private static final List<String> NO_RECORDS = List.of("recipe.probe.parameters=0", "recipe.probe.outputs=0",
            "recipe.probe.allRows=0", "recipe.probe.histograms=0");

    /** A training that is over. */
    public record Trial(Job job, RunFolder folder, Outcome outcome) {
    }

    private final Path folder;
    private final Stop stop;
    private final String version;
    private int count;

    /**
     * Trainings in a temporary folder.
     *
     * @param stop ends them all
     * @throws IOException if there can be no such folder
     */
    public Trials(Stop stop, String version) throws IOException {
        this.stop = stop;
        this.version = version;
        folder = Files.createTempDirectory("headwater-reproduce");
    }

    /**
     * A design from the text of a network file.
     *
     * @param own where the data come from if the text does not say: the last example validates, the others train
     * @throws Needs if it names what is not there
     */
    public Design design(String text, DataSource own, List<String> assignments) throws Needs, IOException {
        Path file = Files.writeString(folder.resolve("design" + ++count + ".headwater"), text);
        Design design;
        try {
            design = Design.read(file, assignments);
        } catch (Failure e) {
            throw new Needs(e.text());
        }
        for (Problem problem : design.problems()) {
            if (problem.isError()) {
                throw new Needs((problem.node() == null ? "" : "node " + problem.node() + ": ") + problem.message());
            }
        }
        DataSpec data = own == null ? design.data()
                : new DataSpec(own, new CountSplit(OptionalInt.empty(), 1, 0), false, false);
        return new Design(file, design.network(), design.graph(), data, design.problems(), design.tree());
    }

    /** Trains a design with a seed, to the end of its epochs. */
    public Trial train(String text, DataSource own, long seed, String... assignments) throws Needs, Failure,
            IOException {
        return train(text, own, seed, score -> false, assignments);
    }

    /** Trains a design with a seed until an epoch ends well enough, at most to the end of its epochs. */
    public Trial train(String text, DataSource own, long seed, Predicate<EpochScore> enough, String... assignments)
            throws Needs, Failure, IOException {
        List<String> all = new ArrayList<>(NO_RECORDS);
        all.add("recipe.seed=" + seed);
        all.addAll(List.of(assignments));
        Design design = design(text, own, all);
        design.requireSound();
        TrainingData data = design.data().prepare(new Origin(design.folder(), seed));
        DataFit.check(design, data.data());
        Job job = Job.of(design, data);
        RunFolder run = RunFolder.create(folder.resolve("run" + ++count));
        Stop ending = new Stop();
        Watcher watcher = new Watcher() {
            @Override
            public void step(long done, double loss) {
                if (stop.requested()) {
                    ending.request();
                }
            }

            @Override
            public void epoch(EpochScore score) {
                if (enough.test(score)) {
                    ending.request();
                }
            }
        };
        Outcome outcome = new TrainingRun(job, run, null, version, watcher, ending).run();
        if (stop.requested()) {
            throw new Failure(Failure.STOPPED, "stopped", null, 0, 0, null, null);
        }
        return new Trial(job, run, outcome);
    }

    /** The validation accuracy of a training; of one that diverged, that of guessing nothing: 0. */
    public double accuracy(String text, long seed, String... assignments) throws Needs, Failure, IOException {
        Outcome outcome = train(text, null, seed, assignments).outcome();
        return outcome.validation() == null ? 0 : outcome.validation().accuracy();
    }

    /**
     * How many examples a training saw before an epoch ended well enough; NaN if none did.
     *
     * @param enough is asked at the end of every epoch
     */
    public double examplesUntil(String text, long seed, Predicate<EpochScore> enough, String... assignments)
            throws Needs, Failure, IOException {
        long[] reached = {-1};
        Trial trial = train(text, null, seed, score -> {
            if (reached[0] < 0 && score.validation() != null && enough.test(score)) {
                reached[0] = score.epoch();
            }
            return reached[0] > 0;
        }, assignments);
        return reached[0] < 0 ? Double.NaN : reached[0] * (double) trial.job().data().parts().train().size();
    }

    /** What a trained network puts out for one example of its data, row-major. */
    public double[] outputs(Trial trial, int example) throws IOException {
        Dataset data = trial.job().data().data();
        float[] inputs = new float[data.inputShape().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = data.input(example, i);
        }
        try (Model model = Trained.model(trial.job(), trial.folder())) {
            Prediction prediction = new Prediction(model, trial.job().graph());
            float[] outputs = new float[prediction.size()];
            prediction.run(inputs, 1, outputs);
            double[] values = new double[outputs.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = outputs[i];
            }
            return values;
        }
    }

    /** Removes what was written so far. */
    public void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(folder)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        clear();
        Files.delete(folder);
    }
}
