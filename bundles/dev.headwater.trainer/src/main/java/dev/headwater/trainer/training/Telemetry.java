package dev.headwater.trainer.training;

import dev.headwater.core.engine.Model;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameHeader;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.telemetry.FrameWriter;
import dev.headwater.core.telemetry.SeriesKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The frames of a run as its training writes them: the moments of every step, and now and then histograms. */
final class Telemetry implements Closeable {
    private static final int UPDATE_NORM = SeriesKind.PARAMETER.quantities().indexOf("updateNorm");
    private static final int WEIGHT_NORM = SeriesKind.PARAMETER.quantities().indexOf("weightNorm");

    private final Model model;
    private final FrameWriter moments;
    private final FrameWriter histograms;
    private int mark;

    /**
     * Makes the files, or goes on in those that an earlier run's history has filled.
     *
     * @param resumed whether the first frame is marked as the one after a checkpoint
     * @throws IOException if that is not possible
     */
    Telemetry(RunFolder folder, Model model, boolean resumed) throws IOException {
        this.model = model;
        mark = resumed ? FrameFlags.RESUMED : 0;
        moments = writer(folder.moments(), "moments", model.layout());
        try {
            histograms = model.histogramLayout().values() == 0 ? null
                    : writer(folder.histograms(), "histograms", model.histogramLayout());
        } catch (IOException | RuntimeException | Error e) {
            moments.close();
            throw e;
        }
    }

    private static FrameWriter writer(Path file, String kind, FrameLayout layout) throws IOException {
        return Files.exists(file) ? FrameWriter.reopen(file, layout)
                : FrameWriter.create(file, FrameHeader.steps(kind, layout, FrameHeader.DEFAULT_CAP));
    }

    /** Records what the model measured in a step. */
    void append(long step) {
        moments.append(step, step, model.flags() | mark, model.values());
        mark = 0;
        if (histograms != null && model.histogramDue(step)) {
            histograms.append(step, step, FrameFlags.PARAMETERS, model.histograms());
        }
    }

    /**
     * Records the moments of a step that diverged; there are no histograms of it.
     *
     * @param updated whether the optimizer has run; otherwise the frame must not hold the last step's updates
     */
    void appendFailed(long step, boolean updated) {
        double[] values = model.values().clone();
        for (int i = 0; i < model.layout().series().size() && !updated; i++) {
            if (model.layout().series().get(i).kind() == SeriesKind.PARAMETER) {
                values[model.layout().offset(i) + UPDATE_NORM] = 0;
                values[model.layout().offset(i) + WEIGHT_NORM] = 0;
            }
        }
        moments.append(step, step, model.flags() | mark, values);
    }

    /** Why frames are missing, or {@code null}. */
    IOException failure() {
        return moments.failure() != null || histograms == null ? moments.failure() : histograms.failure();
    }

    @Override
    public void close() throws IOException {
        try {
            moments.close();
        } finally {
            if (histograms != null) {
                histograms.close();
            }
        }
    }
}
