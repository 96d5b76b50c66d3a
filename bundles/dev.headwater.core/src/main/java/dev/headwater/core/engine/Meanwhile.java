package dev.headwater.core.engine;

/**
 * What can be done piece by piece while the single part of a step goes on: outputs are measured as soon as their node has
 * been reached, gradients of parameters as soon as their layer has been left, both while they are in the caches, and at
 * the end parameters are updated. With a second thread it does that aside, and multiplies the gradients of parameters
 * there too; without one the part's own thread does it all on the spot.
 */
final class Meanwhile implements AutoCloseable {
    private final GradientPass gradients;
    private final UpdatePass updates;
    private final PartPlan part;
    private final int[] firstEntry;
    private final int entries;
    private final int nodes;
    private final Aside second;
    private final Pace pace = new Pace();
    private Aside aside;
    private int rows;
    private boolean early;
    private boolean measure;

    /** For the only part there is; {@code second} is whether a second thread helps. */
    Meanwhile(GradientPass gradients, UpdatePass updates, PartPlan part, int[] firstEntry, boolean second) {
        this.gradients = gradients;
        this.updates = updates;
        this.part = part;
        this.firstEntry = firstEntry;
        entries = firstEntry[firstEntry.length - 1];
        nodes = part.length();
        this.second = second ? new Aside(entries + nodes, this::piece) : null;
        aside = this.second;
        part.tell(this::reached, this::left);
    }

    /**
     * Before a part runs.
     *
     * @param probed on how many rows outputs are measured
     * @param alone whether the part's gradients are the step's
     */
    void begin(int probed, boolean alone) {
        join(); // what a step that failed has left
        rows = probed;
        early = alone;
        part.later().open(aside != null && alone);
    }

    /** After a step: finds out whether the next is faster with the second thread. */
    void end() {
        if (second != null) {
            pace.step(System.nanoTime());
            aside = pace.together() ? second : null;
        }
    }

    /** Whether there is a second thread. */
    boolean helped() {
        return second != null;
    }

    /** Whether outputs of the step at hand are measured here. */
    boolean probes() {
        return aside != null;
    }

    private void reached(int k) {
        if (aside != null && rows > 0) {
            aside.post(entries + k);
        }
    }

    private void left(int node) {
        for (int k = firstEntry[node]; early && k < firstEntry[node + 1]; k++) {
            if (aside == null) {
                gradients.run(k, 0, 1);
            } else {
                aside.post(k);
            }
        }
    }

    /** Waits until all that was begun is measured. */
    void join() {
        if (aside != null) {
            aside.join();
        }
    }

    /** Updates all parameters with two threads; {@code false} where there is one, and nothing has been done. */
    boolean update(boolean measured) {
        if (aside == null) {
            return false;
        }
        measure = measured;
        for (int k = 0; k < entries; k++) {
            aside.post(entries + nodes + k);
        }
        aside.join();
        return true;
    }

    private void piece(int piece, int thread) {
        if (piece < entries) {
            part.later().run(piece);
            gradients.run(piece, thread, 1);
        } else if (piece < entries + nodes) {
            part.probe().output(piece - entries, rows, thread);
        } else {
            updates.run(piece - entries - nodes, thread, measure);
        }
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
    }
}
