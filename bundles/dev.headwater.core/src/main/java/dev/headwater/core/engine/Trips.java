package dev.headwater.core.engine;

/** Takes examples through all parts of a network: forward alone, or forward and back; some parts at once. */
final class Trips {
    private final PartPlan[] parts;
    private final Workers workers;
    private final Meanwhile meanwhile;
    private final Feed feed;
    private final GatheringTrip gathering;
    private final Workers.Task train = this::trainPart;
    private final Workers.Task evaluate = this::evaluatePart;
    private final Workers.Task harvest = this::harvestPart;
    private long step;
    private int probeRows;

    /** Trips of at most {@code batch} examples. */
    Trips(PartPlan[] parts, Workers workers, Meanwhile meanwhile, int batch) {
        this.parts = parts;
        this.workers = workers;
        this.meanwhile = meanwhile;
        feed = new Feed(parts, batch);
        gathering = parts[0].gatherings().length == 0 ? null : new GatheringTrip(this, parts, workers);
    }

    /**
     * Gives the examples of the next trip.
     *
     * @param lengthOf how many steps of each count, or {@code null}
     * @param meanOver what a mean over the batch divides by
     * @param at the step that it belongs to
     */
    void feed(float[] examples, float[] wanted, int[] lengthOf, int count, int meanOver, long at) {
        feed.set(examples, wanted, lengthOf, count, meanOver);
        step = at;
    }

    /**
     * Forward and backward.
     *
     * @param measured on how many examples, the first, outputs and their gradients are measured
     * @param alone whether the gradients of the only part are the step's, and so measured on the way
     */
    void train(int measured, boolean alone) {
        probeRows = measured;
        meanwhile.begin(Math.min(measured, feed.rows()), alone);
        if (gathering == null) {
            workers.run(train, parts.length);
        } else {
            gathering.run();
        }
        meanwhile.join();
    }

    /** Forward as an evaluation sees it. */
    void evaluate() {
        meanwhile.begin(0, false);
        workers.run(evaluate, parts.length);
    }

    /**
     * Forward as training sees it, noise and all; layers that need sums over the whole batch are seen as an evaluation
     * sees them.
     */
    void harvest() {
        meanwhile.begin(0, false);
        workers.run(harvest, parts.length);
    }

    private void trainPart(int index) {
        begin(index);
        parts[index].forward();
        parts[index].backward(measureOutputs(index));
    }

    /** Lays a part's examples into it and forgets what was measured. */
    void begin(int index) {
        feed.load(index, true, step);
        parts[index].probe().clear();
    }

    /** Measures a part's outputs; gives the number of its rows that are measured. */
    int measureOutputs(int index) {
        int probed = feed.among(probeRows, index);
        if (meanwhile.probes()) {
            meanwhile.join(); // the way back may overwrite what is measured
        } else if (probed > 0) {
            parts[index].probe().outputs(probed);
        }
        return probed;
    }

    private void evaluatePart(int index) {
        feed.load(index, false, step);
        parts[index].forward();
    }

    private void harvestPart(int index) {
        feed.load(index, gathering == null, step);
        parts[index].forward();
    }

    /** How many examples the trip has. */
    int rows() {
        return feed.rows();
    }

    /** How many parts have any. */
    int activeParts() {
        return feed.activeParts();
    }
}
