package dev.headwater.core.engine;

import dev.headwater.core.engine.Workers.Task;

/**
 * A training step of a network in which some layers need sums over the whole batch: between two of them all parts run
 * to the same place, and then the sums are added in the order of the parts.
 */
final class GatheringTrip {
    private final Trips trips;
    private final PartPlan[] parts;
    private final Workers workers;
    private final int[] probed;
    private final Task forward = this::forward;
    private final Task backward = this::backward;
    private int from;
    private int to;
    private boolean first;
    private boolean last;

    GatheringTrip(Trips trips, PartPlan[] parts, Workers workers) {
        this.trips = trips;
        this.parts = parts;
        this.workers = workers;
        probed = new int[parts.length];
    }

    /** Forward and backward through all parts. */
    void run() {
        int[] stops = parts[0].gatherings();
        from = 0;
        for (int i = 0; i <= stops.length; i++) {
            first = i == 0;
            last = i == stops.length;
            to = last ? Integer.MAX_VALUE : stops[i];
            workers.run(forward, parts.length);
            if (!last) {
                add(to, false);
                from = to;
            }
        }
        from = Integer.MAX_VALUE;
        for (int i = stops.length; i >= 0; i--) {
            first = i == stops.length;
            last = i == 0;
            to = last ? -1 : stops[i - 1];
            workers.run(backward, parts.length);
            if (!last) {
                add(to, true);
                from = to;
            }
        }
    }

    private void forward(int index) {
        PartPlan part = parts[index];
        if (first) {
            trips.begin(index);
        }
        part.forward(from, Math.min(to, part.length()));
        if (last) {
            part.judge();
            probed[index] = trips.measureOutputs(index);
        } else {
            part.gather(to, false);
        }
    }

    private void backward(int index) {
        PartPlan part = parts[index];
        part.backward(first ? part.length() : from, to, probed[index]);
        if (!last) {
            part.gather(to, true);
        }
    }

    private void add(int k, boolean back) {
        double[] sum = parts[0].sums(k, back);
        for (int p = 1; p < parts.length; p++) {
            double[] other = parts[p].sums(k, back);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
        }
        for (int p = 1; p < parts.length; p++) {
            System.arraycopy(sum, 0, parts[p].sums(k, back), 0, sum.length);
        }
    }
}
