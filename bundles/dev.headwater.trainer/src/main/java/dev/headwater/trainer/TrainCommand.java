package dev.headwater.trainer;

import dev.headwater.core.data.DataException;
import dev.headwater.core.data.Origin;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.engine.Backend;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.network.Problem;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.trainer.input.DataFit;
import dev.headwater.trainer.input.Design;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.input.RecipeFit;
import dev.headwater.trainer.progress.EpochLines;
import dev.headwater.trainer.progress.ProgressLine;
import dev.headwater.trainer.progress.Quiet;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.training.Job;
import dev.headwater.trainer.training.Outcome;
import dev.headwater.trainer.training.Resumption;
import dev.headwater.trainer.training.StartWeights;
import dev.headwater.trainer.training.Stop;
import dev.headwater.trainer.training.TrainingRun;
import dev.headwater.trainer.training.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network and leaves a run folder. */
@Command(name = "train", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Trains a network, records the gradient of every layer at every step, and shows where it"
                + " vanishes or explodes. Ctrl+C saves the state before it ends; --resume goes on from it.", ""})
final class TrainCommand implements Callable<Integer> {
    private final Screen screen;
    private final Stop stop;

    @Parameters(paramLabel = "NETWORK", description = "The network file (name.headwater).")
    private Path network;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "For this run set, for example,"
            + " recipe.optimizer.learningRate=0.01 (may be repeated). Data files are relative to the working folder.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all that is drawn: weights, order, split.")
    private Long seed;

    @Option(names = "--epochs", paramLabel = "N", description = "Trips through the training data, counted from the very start also with --resume.")
    private Integer epochs;

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder, which must not exist (default: runs/NAME-DATE-TIME).")
    private Path out;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on from the last checkpoint of this run, with the same design and data, in a new folder.")
    private Path resume;

    @Option(names = "--weights", paramLabel = "FILE", description = "Begin with the weights in this .safetensors or .npz file (or checkpoint) in place of those drawn.")
    private Path weights;

    @Option(names = "--weights-partial", description = "Of --weights take over what fits by name and shape; draw the rest.")
    private boolean partial;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON object at the end and nothing else.")
    private boolean json;

    @Option(names = "--lifeline", hidden = true, description = "Stop when standard input says stop or ends: for the process that started this one.")
    private boolean lifeline;

    TrainCommand(Screen screen, Stop stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() throws Failure, IOException {
        Design design = Design.read(network, overrides());
        design.requireSound();
        if (out != null && Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.input(out + " exists already; name a folder for --out that does not exist yet");
        }
        if (weights != null && resume != null) {
            throw Failure.input("--weights and --resume exclude each other: a run that resumes has its own weights");
        }
        if (partial && weights == null) {
            throw Failure.input(
                    "--weights-partial says how to take over the weights of --weights FILE; name that, too");
        }
        warn(design);
        // Listened for from here on: data may take longer to read than whoever holds the life-line lives.
        try (Ending ending = new Ending(stop, lifeline);
                Resumption earlier = resume == null ? null : Resumption.open(resume);
                StartWeights start = weights == null ? null
                        : StartWeights.open(weights, design.graph(), partial)) {
            return train(design, earlier, start);
        } catch (OutOfMemoryError e) {
            throw new Failure(Failure.INPUT, "there is not enough memory to train this network (" + e.getMessage()
                    + "); make recipe.batch or the layers smaller, or raise " + (lifeline
                            ? "the memory on the launch configuration's Runtime tab"
                            : "Java's limits: HEADWATER_JAVA_OPTS=-Xmx8g"),
                    network.toString(), 0, 0, null, e);
        }
    }

    /** {@code --seed} and {@code --epochs} are short for two settings. */
    private List<String> overrides() {
        List<String> all = new ArrayList<>(assignments);
        if (seed != null) {
            all.add("recipe.seed=" + seed);
        }
        if (epochs != null) {
            all.add("recipe.epochs=" + epochs);
        }
        return all;
    }

    private int train(Design design, Resumption earlier, StartWeights start) throws Failure, IOException {
        TrainingData data = data(design, earlier);
        DataFit.check(design, data.data());
        RecipeFit.check(design, data);
        Job job = Job.of(design, data);
        MemoryCheck.check(job);
        if (earlier != null) {
            earlier.check(job);
        }
        if (start != null && !start.left().isEmpty() && !quiet && !json) {
            screen.err().println("headwater: warning: " + weights + ": not taken over: " + String.join("; ", start
                    .left()));
        }
        Backend.start(notice -> screen.err().println("headwater: " + notice));
        Path name = network.getFileName();
        RunFolder folder = out != null ? RunFolder.create(out)
                : RunFolder.createIn(Path.of("runs"), name == null ? "network" : name.toString(), LocalDateTime
                        .now());
        stop.begun();
        Watcher watcher = watcher();
        TrainingReport report = new TrainingReport(screen, job, folder, !lifeline);
        if (!json) {
            report.begin(earlier);
        }
        TrainingRun run = new TrainingRun(job, folder, earlier, Version.text(), watcher, stop).startFrom(start);
        return end(job, folder, run, run.run(), report);
    }

    private int end(Job job, RunFolder folder, TrainingRun run, Outcome outcome, TrainingReport report)
            throws Failure, IOException {
        if (outcome.failure() != null) {
            if (!json) {
                report.table();
            }
            throw DivergenceAdvice.failure(job, folder, outcome.failure());
        }
        boolean stopped = outcome.state() == RunState.STOPPED;
        if (json) {
            screen.out().println(JsonWriter.writeCompact(run.result(outcome)));
        } else {
            report.end(outcome, run.blas());
        }
        if (stopped && !lifeline) {
            StringBuilder same = new StringBuilder(Invocation.command() + " train " + network);
            overrides().forEach(assignment -> same.append(" --set ").append(assignment));
            screen.err().println("headwater: stopped after " + Numbers.plural(outcome.steps(), "step")
                    + "; the state is saved; go on with: " + same + " --resume " + folder);
        }
        return stopped ? Failure.STOPPED : 0;
    }

    private TrainingData data(Design design, Resumption earlier) throws DataException {
        Origin origin = new Origin(design.folder(), design.network().recipe().seed());
        return earlier == null ? design.data().prepare(origin)
                : design.data().prepare(origin, earlier.run().classes());
    }

    private void warn(Design design) {
        if (!quiet && !json) {
            for (Problem problem : design.problems()) {
                screen.err().println("headwater: warning: "
                        + Failure.place(network.toString(), problem.line(), problem.column())
                        + (problem.node() == null ? "" : "node " + problem.node() + ": ") + problem.message());
            }
        }
    }

    private Watcher watcher() {
        if (quiet || json && !screen.errTerminal()) {
            return new Quiet(screen.err());
        }
        if (json) {
            return new ProgressLine(screen.err(), screen.err(), screen.unicode());
        }
        return screen.outTerminal() ? new ProgressLine(screen.out(), screen.err(), screen.unicode())
                : new EpochLines(screen.out(), screen.err(), lifeline ? EpochLines.FOR_A_CONSOLE : EpochLines.ALL);
    }
}
