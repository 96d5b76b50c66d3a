package dev.headwater.core.engine;

import java.util.function.Predicate;

/** Which parameters are trained at present, and since when the optimizer counts its steps. */
final class Focus {
    private final Wiring wiring;
    private final Parameters parameters;
    private final boolean[] trained;
    private long since;

    /** All that can be trained. */
    Focus(Wiring wiring, Parameters parameters) {
        this.wiring = wiring;
        this.parameters = parameters;
        trained = new boolean[parameters.entries().size()];
        set(node -> true, loss -> true, 0);
    }

    /** Trains the parameters of some layers, by the losses at some layers. */
    void set(Predicate<String> nodes, Predicate<String> losses, long from) {
        for (int k = 0; k < trained.length; k++) {
            Parameters.Entry entry = parameters.entries().get(k);
            trained[k] = entry.spec().trainable() && nodes.test(entry.nodeId());
        }
        for (int i = 0; i < wiring.losses().size(); i++) {
            wiring.count(i, losses.test(wiring.nodes().get(wiring.losses().get(i).node()).id()));
        }
        since = from;
    }

    /** Whether each parameter is trained; changes with the focus. */
    boolean[] trained() {
        return trained;
    }

    /** How many steps the optimizer has done in this focus when the run has done so many. */
    long steps(long step) {
        return step - since;
    }
}
