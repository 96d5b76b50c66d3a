package dev.headwater.trainer.training;

import dev.headwater.core.network.Stopping;
import dev.headwater.core.schedule.Monitor;
import dev.headwater.trainer.text.Numbers;
import java.util.Map;

/** Knows the best epoch so far, and whether training still gets anywhere. What it remembers is in each checkpoint. */
final class EarlyStop {
    private static final String EPOCH = "stopping.epoch";
    private static final String WAITED = "stopping.waited";

    private final Stopping stopping;
    private double best = Double.NaN;
    private long bestEpoch;
    private long waited;

    EarlyStop(Stopping stopping) {
        this.stopping = stopping;
    }

    /** Takes notice of the watched number at the end of an epoch, counted from 1; whether it is the best so far. */
    boolean epochEnded(long epoch, double value) {
        boolean better = monitor().better(value, best, stopping instanceof Stopping.Early early ? early.minDelta() : 0);
        waited = better ? 0 : waited + 1;
        best = better ? value : best;
        bestEpoch = better ? epoch : bestEpoch;
        return better;
    }

    Monitor monitor() {
        return stopping.monitor();
    }

    /** The best number so far; NaN before the first. */
    double best() {
        return best;
    }

    /** Whether training has waited long enough. */
    boolean over() {
        return stopping instanceof Stopping.Early early && waited >= early.patience();
    }

    /** Whether the result is the network of the best epoch, of which there is one. */
    boolean restoresBest() {
        return stopping instanceof Stopping.Early early && early.restoreBest() && bestEpoch > 0;
    }

    /** Why training ended, or {@code null} if not for this. */
    String reason() {
        return !over() ? null
                : "early: the " + monitor().words() + " did not improve for " + Numbers.plural(waited, "epoch") + ", "
                        + (bestEpoch == 0 ? "it was never a number"
                                : "its best was " + Numbers.real(best) + " in epoch " + bestEpoch)
                        + (restoresBest() ? ", whose network is the result" : "");
    }

    void save(Map<String, String> into) {
        if (stopping instanceof Stopping.Early) {
            into.put(EPOCH, Long.toString(bestEpoch));
            into.put(WAITED, Long.toString(waited));
        }
    }

    void restore(double bestMetric, Map<String, String> from) {
        best = bestMetric;
        bestEpoch = Long.parseLong(from.getOrDefault(EPOCH, "0"));
        waited = Long.parseLong(from.getOrDefault(WAITED, "0"));
    }
}
