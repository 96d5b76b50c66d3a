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

/** The frames of a run as its training writes them: the moments of every step, and now and then more. */
final class Telemetry implements Closeable {
    private static final int UPDATE_NORM = SeriesKind.PARAMETER.quantities().indexOf("updateNorm");
    private static final int WEIGHT_NORM = SeriesKind.PARAMETER.quantities().indexOf("weightNorm");

    private final Model model;
    private final FrameWriter moments;
    private final FrameWriter histograms;
    private final FrameWriter throughTime;
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
        FrameWriter second = null;
        try {
            second = optional(folder.histograms(), "histograms", model.instruments().histogramLayout());
            throughTime = optional(folder.throughTime(), "through-time", model.instruments().throughTimeLayout());
        } catch (IOException | RuntimeException | Error e) {
            closeAll(moments, second);
            throw e;
        }
        histograms = second;
    }

    /** No file where there is nothing to write. */
    private static FrameWriter optional(Path file, String kind, FrameLayout layout) throws IOException {
        return layout.values() == 0 ? null : writer(file, kind, layout);
    }

    private static FrameWriter writer(Path file, String kind, FrameLayout layout) throws IOException {
        return Files.exists(file) ? FrameWriter.reopen(file, layout)
                : FrameWriter.create(file, FrameHeader.steps(kind, layout, FrameHeader.DEFAULT_CAP));
    }

    /** Records what the model measured in a step. */
    void append(long step) {
        moments.append(step, step, model.flags() | mark, model.values());
        mark = 0;
        if (histograms != null && model.instruments().histogramDue(step)) {
            histograms.append(step, step, FrameFlags.PARAMETERS, model.instruments().histograms());
        }
        if (throughTime != null && model.instruments().throughTimeDue(step)) {
            throughTime.append(step, step, FrameFlags.OUTPUTS | FrameFlags.ALL_ROWS, model.instruments().throughTime());
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
        for (FrameWriter writer : new FrameWriter[] {moments, histograms, throughTime}) {
            if (writer != null && writer.failure() != null) {
                return writer.failure();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        closeAll(moments, histograms, throughTime);
    }

    /** Closes all, whatever happens to one of them. */
    private static void closeAll(FrameWriter... writers) throws IOException {
        IOException first = null;
        for (FrameWriter writer : writers) {
            try {
                if (writer != null) {
                    writer.close();
                }
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
