package dev.headwater.trainer.inspection;

import dev.headwater.core.run.RunException;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import dev.headwater.core.telemetry.FrameFlags;
import dev.headwater.core.telemetry.FrameReader;
import dev.headwater.core.telemetry.LayerReports;
import dev.headwater.core.telemetry.SeriesKind;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import java.io.Closeable;
import java.io.IOException;

/** The recorded steps of a run, finished, stopped, broken or still going on. */
public final class Recording implements Closeable {
    private final RunFolder folder;
    private final RunRecord run;
    private final FrameReader reader;
    private final LayerReports reports;
    private final double[] values;

    private Recording(RunFolder folder, RunRecord run, FrameReader reader, LayerReports reports) {
        this.folder = folder;
        this.run = run;
        this.reader = reader;
        this.reports = reports;
        values = new double[reader.header().values()];
    }

    /**
     * Opens the recording of a run.
     *
     * @throws IOException in one sentence, if there is none or it cannot be read
     */
    public static Recording open(RunFolder folder) throws IOException {
        RunRecord run = folder.read();
        FrameReader reader = FrameReader.open(folder.moments());
        try {
            return new Recording(folder, run, reader, new LayerReports(reader.header().layout(), run.layers()));
        } catch (IllegalArgumentException e) {
            reader.close();
            throw new RunException(folder.moments() + " is not the recording of this run: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    /** The run. */
    public RunRecord run() {
        return run;
    }

    /** Where it lies. */
    public RunFolder folder() {
        return folder;
    }

    /** How many steps can be read. */
    public int size() {
        return reader.size();
    }

    /** How many frames were damaged and are missing. */
    public int lost() {
        return reader.lost();
    }

    /**
     * The first recorded step.
     *
     * @throws Failure if none is
     */
    public Frame first() throws Failure, IOException {
        return read(reader.first());
    }

    /**
     * The last recorded step.
     *
     * @throws Failure if none is
     */
    public Frame last() throws Failure, IOException {
        return read(reader.last());
    }

    /** The last step of which gradients were recorded, or {@code null}. */
    public Frame lastWithGradients() throws Failure, IOException {
        for (int i = reader.last(); i >= 0; i--) {
            if (FrameFlags.recorded(reader.flags(i), SeriesKind.PARAMETER)) {
                return read(i);
            }
        }
        return null;
    }

    /**
     * The frame that covers a step.
     *
     * @throws Failure if there is none, with the steps that there are
     */
    public Frame at(long step) throws Failure, IOException {
        int index = reader.frameCovering(step);
        if (index < 0 && reader.size() > 0) {
            throw Failure.input("step " + step + " is not recorded in " + folder + "; recorded are the steps "
                    + RecordedSteps.of(reader)
                    + (reader.lost() > 0 ? " (" + Numbers.plural(reader.lost(), "damaged frame") + " left out)" : ""));
        }
        return read(index);
    }

    private Frame read(int index) throws Failure, IOException {
        if (index < 0) {
            throw Failure.input(folder + " has no readable step"
                    + (reader.lost() > 0 ? ": all " + reader.lost() + " frames are damaged"
                            : run.state() == RunState.FINISHED ? ": it was fitted in closed form, without gradients"
                                    : "; the run ended before its first"));
        }
        if (!reader.read(index, values)) {
            throw Failure.input("step " + reader.firstStep(index) + " of " + folder
                    + " was overwritten or damaged just now; try again");
        }
        return new Frame(reader.firstStep(index), reader.lastStep(index), reports.of(reader.flags(index), values));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
