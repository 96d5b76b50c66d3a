package dev.headwater.trainer.inspection;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.Series;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Bar;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of a recurrent layer's state at every time step, ‖dL/dh‖₂ over the batch, as one training step recorded
 * it: how far back in time the gradient reaches.
 *
 * @param step the training step
 * @param layer the layer's id
 * @param norms one a time step, the first first
 */
public record TimeProfile(long step, String layer, List<Double> norms) {
    private static final int BAR = 20;

    /** A profile with a copy of the list. */
    public TimeProfile {
        norms = List.copyOf(norms);
    }

    /**
     * Reads a profile.
     *
     * @param wanted {@code first}, {@code last} or the number of a training step
     * @throws Failure if nothing was recorded of that layer or at that step, with what there is
     */
    public static TimeProfile read(RunFolder folder, String layer, String wanted) throws Failure, IOException {
        if (!Files.exists(folder.throughTime())) {
            throw Failure.input(folder + " recorded no gradients through time: it has no recurrent layer, or"
                    + " recipe.probe.throughTime is 0");
        }
        try (FrameReader reader = FrameReader.open(folder.throughTime())) {
            List<Series> series = reader.header().layout().series();
            List<String> layers = series.stream().map(Series::node).toList();
            int index = layers.indexOf(layer);
            if (index < 0) {
                throw Failure.input("the run has no recurrent layer " + Quoted.text(layer)
                        + Nearest.advice(layer, layers));
            }
            int frame = switch (wanted) {
                case "first" -> reader.first();
                case "last" -> reader.last();
                default -> reader.frameCovering(Long.parseLong(wanted));
            };
            double[] values = new double[reader.header().values()];
            if (frame < 0 || !reader.read(frame, values)) {
                throw Failure.input(reader.size() == 0 ? folder + " has no readable step with gradients through time"
                        : "at step " + wanted + " of " + folder + " no gradients through time are recorded; they are"
                                + " at the steps " + RecordedSteps.of(reader));
            }
            List<Double> norms = new ArrayList<>();
            int from = reader.header().layout().offset(index);
            for (int t = 0; t < series.get(index).quantities().size(); t++) {
                norms.add(values[from + t]);
            }
            return new TimeProfile(reader.firstStep(frame), layer, norms);
        }
    }

    /** The object that {@code inspect --through-time --json} prints. */
    public Json.Obj toJson() {
        return Json.object().put("step", step).put("layer", layer)
                .put("throughTime", Json.array(norms.stream().<Json>map(Json::of).toList())).build();
    }

    /** Comma-separated values, the names of the columns first; numbers read back exactly. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>(List.of("step,layer,timeStep,gradientL2"));
        for (int t = 0; t < norms.size(); t++) {
            lines.add(step + "," + layer + "," + t + "," + norms.get(t));
        }
        return lines;
    }

    /** A line for each time step, evenly spaced ones where there are more than {@code most}. */
    public List<String> table(int most, boolean unicode) {
        Bar bar = Bar.over(norms.stream().mapToDouble(Double::doubleValue).toArray(), BAR, unicode);
        Table table = new Table().right("time step").right("dL/dh").left("");
        int shown = Math.min(most, norms.size());
        for (int i = 0; i < shown; i++) {
            int t = shown == 1 ? 0 : (int) ((long) i * (norms.size() - 1) / (shown - 1));
            table.row(Integer.toString(t), Numbers.scientific(norms.get(t)), bar.of(norms.get(t)));
        }
        List<String> lines = table.lines(0);
        lines.add("");
        lines.add("dL/dh: L2 norm at the state of " + layer + " over the batch; " + bar.legend());
        if (shown < norms.size()) {
            lines.add(Numbers.plural(norms.size() - shown, "time step") + " left out; --all shows all "
                    + Numbers.count(norms.size()));
        }
        lines.add("");
        lines.add(sentence());
        return lines;
    }

    private String sentence() {
        double first = norms.getFirst();
        double last = norms.getLast();
        if (first == 0 || last == 0) {
            return first == last ? "Neither the first nor the last time step receives any gradient."
                    : "Time step " + (first == 0 ? 0 : norms.size() - 1) + " receives nothing.";
        }
        return "Time step 0 receives " + Numbers.real(first / last) + " times what time step " + (norms.size() - 1)
                + " receives.";
    }
}
