package dev.headwater.trainer;

import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.inspection.Frame;
import dev.headwater.trainer.inspection.GradientSummary;
import dev.headwater.trainer.inspection.LayerChoice;
import dev.headwater.trainer.inspection.LayerCsv;
import dev.headwater.trainer.inspection.LayerTable;
import dev.headwater.trainer.inspection.Recording;
import dev.headwater.trainer.inspection.TimeProfile;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.text.Wrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run recorded at one step. */
@Command(name = "inspect", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Shows the gradient of every layer at a step of a run, finished or still training.", ""})
final class InspectCommand implements Callable<Integer> {
    /** More layers than these are thinned out on a terminal. */
    static final int MOST_LAYERS = 40;

    /** How a step is printed. */
    enum Format {
        /** For people. */
        TABLE,
        /** For spreadsheets. */
        CSV,
        /** For scripts. */
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Screen screen;

    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path run;

    @Option(names = "--step", paramLabel = "first|last|N", defaultValue = "last", description = "The step, counted from 0 (default: ${DEFAULT-VALUE}).")
    private String step;

    @Option(names = "--layer", paramLabel = "ID", description = "Only this layer, or the layers of this block.")
    private String layer;

    @Option(names = "--through-time", paramLabel = "ID", description = "Instead of the layers: the gradient of this recurrent layer at every time step.")
    private String throughTime;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--all", description = "All layers or time steps, also where there are more than " + MOST_LAYERS
            + ".")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object, as --format json.")
    private boolean json;

    InspectCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Failure, IOException {
        long wanted = number();
        if (throughTime != null) {
            return showThroughTime();
        }
        try (Recording recording = Recording.open(RunFolder.open(run))) {
            Frame whole = switch (step) {
                case "first" -> recording.first();
                case "last" -> recording.last();
                default -> recording.at(wanted);
            };
            long asked = step.equals("first") ? whole.first() : step.equals("last") ? whole.last() : wanted;
            Frame frame = layer == null ? whole : whole.with(LayerChoice.named(whole.layers(), layer));
            switch (json ? Format.JSON : format) {
                case JSON -> screen.out().println(JsonWriter.writeCompact(frame.toJson(asked)));
                case CSV -> LayerCsv.lines(frame, asked).forEach(screen.out()::println);
                case TABLE -> print(recording, frame, whole);
            }
            if (recording.lost() > 0) {
                screen.err().println("headwater: warning: " + run + ": "
                        + Numbers.plural(recording.lost(), "recorded step") + " damaged and left out");
            }
        }
        return 0;
    }

    private int showThroughTime() throws Failure, IOException {
        if (layer != null) {
            throw Failure.input("--through-time names its layer itself; leave out --layer");
        }
        RunFolder folder = RunFolder.open(run);
        TimeProfile profile = TimeProfile.read(folder, throughTime, step);
        switch (json ? Format.JSON : format) {
            case JSON -> screen.out().println(JsonWriter.writeCompact(profile.toJson()));
            case CSV -> profile.csv().forEach(screen.out()::println);
            case TABLE -> {
                screen.out().println("run " + folder + ", step " + profile.step());
                screen.out().println();
                profile.table(screen.outTerminal() && !all ? MOST_LAYERS : Integer.MAX_VALUE, screen.unicode())
                        .forEach(screen.out()::println);
            }
        }
        return 0;
    }

    private long number() throws Failure {
        if (step.equals("first") || step.equals("last")) {
            return 0;
        }
        if (!step.matches("\\d{1,18}")) {
            throw Failure.input("--step must be first, last or the number of a step from 0, was '" + step + "'");
        }
        return Long.parseLong(step);
    }

    private void print(Recording recording, Frame frame, Frame whole) {
        RunRecord record = recording.run();
        String state = recording.folder().interrupted(record) ? "was cut off" : record.state().word();
        screen.out().println("run " + recording.folder() + " (" + state + "), "
                + (frame.first() == frame.last() ? "step " + frame.first()
                        : "steps " + frame.first() + " to " + frame.last()));
        if (record.failure() != null) {
            Wrapped.lines(record.failure(), 0).forEach(screen.out()::println);
        }
        screen.out().println();
        int most = screen.outTerminal() && !all ? MOST_LAYERS : Integer.MAX_VALUE;
        Frame shown = frame.with(LayerChoice.spaced(frame.layers(), most));
        new LayerTable(screen.unicode()).one(shown).forEach(screen.out()::println);
        int leftOut = frame.layers().size() - shown.layers().size();
        if (leftOut > 0) {
            screen.out().println(Numbers.plural(leftOut, "layer") + " left out; --all shows all "
                    + Numbers.count(frame.layers().size()));
        }
        String sentence = new GradientSummary(record.layers()).sentence(whole, whole);
        if (sentence != null) {
            screen.out().println();
            Wrapped.lines(sentence, 0).forEach(screen.out()::println);
        }
    }
}
