package dev.headwater.core.engine;

import dev.headwater.core.network.Probe;
import dev.headwater.core.telemetry.FrameLayout;

/** What measures the steps of a training, each thing as often as the probe wants it. */
public final class Instruments {
    private final Probe probe;
    private final Recorder recorder;
    private final HistogramPass histograms;
    private final ThroughTimePass throughTime;

    Instruments(Wiring wiring, Parameters parameters, PartPlan[] parts, Probe probe) {
        this.probe = probe;
        recorder = new Recorder(wiring, parameters, probe);
        histograms = new HistogramPass(wiring, parameters);
        throughTime = new ThroughTimePass(wiring, parts);
    }

    /** After a step's update: measures what is measured but now and then. */
    void measure(long step) {
        if (histogramDue(step)) {
            histograms.run();
        }
        if (throughTimeDue(step)) {
            throughTime.run();
        }
    }

    /** What fills the frame of every step. */
    Recorder recorder() {
        return recorder;
    }

    /** The order of the numbers in {@link #histograms}. */
    public FrameLayout histogramLayout() {
        return histograms.layout();
    }

    /** Whether a step records histograms. */
    public boolean histogramDue(long step) {
        return Recorder.due(step, probe.histograms());
    }

    /** The histograms of the last step that recorded any. */
    public double[] histograms() {
        return histograms.values();
    }

    /** The order of the numbers in {@link #throughTime}; empty where no layer is recurrent. */
    public FrameLayout throughTimeLayout() {
        return throughTime.layout();
    }

    /** Whether a step records norms through time. */
    public boolean throughTimeDue(long step) {
        return Recorder.due(step, probe.throughTime());
    }

    /** ‖dL/dh‖₂ at every time step of every recurrent layer, of the last step that recorded any. */
    public double[] throughTime() {
        return throughTime.values();
    }
}
