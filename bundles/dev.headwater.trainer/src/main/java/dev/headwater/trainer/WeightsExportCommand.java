package dev.headwater.trainer;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.NamedTensor;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.WeightsFile;
import dev.headwater.core.run.WeightsFile.Format;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.tensor.Shape;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the weights of a run into a file that other tools read. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Writes the weights of a run, and running statistics of its layers, as safetensors or as NumPy's npz."
                + " Names are NODE/PARAMETER, such as block.3/dense/weight, and state/NODE/NAME.", ""})
final class WeightsExportCommand implements Callable<Integer> {
    /** Which state of the training. */
    enum Which {
        /** The newest. */
        LAST,
        /** The one with the smallest validation loss. */
        BEST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Screen screen;

    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path run;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file, which must not exist.")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "safetensors or npz (default: as the file's name ends, else safetensors).")
    private Format format;

    @Option(names = "--checkpoint", paramLabel = "last|best", defaultValue = "last", description = "The newest state, or the one with the smallest validation loss (default: ${DEFAULT-VALUE}).")
    private Which which;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    WeightsExportCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Failure, IOException {
        RunFolder folder = RunFolder.open(run);
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.input(out + " exists already; name a file for --out that does not exist yet");
        }
        Format as = format != null ? format
                : out.toString().toLowerCase(Locale.ROOT).endsWith(".npz") ? Format.NPZ : Format.SAFETENSORS;
        try (Checkpoint checkpoint = checkpoint(folder)) {
            List<NamedTensor> tensors = tensors(folder.read(), checkpoint);
            WeightsFile.write(out, as, metadata(folder, checkpoint), tensors);
            report(checkpoint, as, tensors);
        }
        return 0;
    }

    private Checkpoint checkpoint(RunFolder folder) throws Failure, IOException {
        Checkpoints checkpoints = new Checkpoints(folder);
        if (which == Which.LAST) {
            Checkpoints.Newest newest = checkpoints.newest();
            newest.damaged().forEach(why -> screen.err().println("headwater: warning: " + why));
            return newest.checkpoint();
        }
        Path best = checkpoints.best();
        if (best == null) {
            throw Failure.input(run
                    + " has no best checkpoint: it has not come to the end of an epoch with a validation"
                    + " part; take --checkpoint last");
        }
        return Checkpoint.open(best);
    }

    /** Parameters in the order of the layers, then states; what optimizers keep stays behind. */
    private static List<NamedTensor> tensors(RunRecord record, Checkpoint checkpoint) throws IOException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (LayerRow layer : record.layers()) {
            for (LayerRow.Parameter parameter : layer.parameters()) {
                shapes.put(NamedTensor.parameter(layer.id(), parameter.name()), parameter.shape());
            }
        }
        for (String name : checkpoint.names()) {
            if (name.startsWith("state/")) {
                shapes.putIfAbsent(name, checkpoint.shape(name));
            }
        }
        List<NamedTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Shape> one : shapes.entrySet()) {
            float[] values = new float[one.getValue().size()];
            checkpoint.read(one.getKey(), one.getValue(), values, 0);
            tensors.add(NamedTensor.of(one.getKey(), one.getValue(), values, 0));
        }
        return tensors;
    }

    private static Map<String, String> metadata(RunFolder folder, Checkpoint checkpoint) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("producer", "Headwater " + Version.text());
        texts.put("run", folder.id());
        texts.put("step", Long.toString(checkpoint.progress().step()));
        texts.put("epoch", Long.toString(checkpoint.progress().epoch()));
        return texts;
    }

    private void report(Checkpoint checkpoint, Format as, List<NamedTensor> tensors) {
        long numbers = tensors.stream().mapToLong(tensor -> tensor.shape().size()).sum();
        if (json) {
            List<Json> list = new ArrayList<>();
            for (NamedTensor tensor : tensors) {
                List<Json> extents = new ArrayList<>();
                for (int extent : tensor.shape().toArray()) {
                    extents.add(Json.of((long) extent));
                }
                list.add(Json.object().put("name", tensor.name()).put("shape", Json.array(extents)).build());
            }
            screen.out().println(JsonWriter.writeCompact(Json.object().put("file", out.toString())
                    .put("format", as.name().toLowerCase(Locale.ROOT)).put("step", checkpoint.progress().step())
                    .put("tensors", Json.array(list)).build()));
        } else {
            screen.out().println(out + ": " + Numbers.plural(tensors.size(), "tensor") + ", " + Numbers.count(numbers)
                    + " numbers, of step " + checkpoint.progress().step());
        }
    }
}
