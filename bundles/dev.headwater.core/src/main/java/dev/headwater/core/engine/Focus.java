package dev.headwater.core.engine;

import dev.headwater.core.network.Pretraining;
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

    /** Trains the layers of an autoencoder stage and its decoder, by its loss. */
    void set(Pretraining.Decoder decoder, long from) {
        since = from;
        for (int k = 0; k < trained.length; k++) {
            Parameters.Entry entry = parameters.entries().get(k);
            trained[k] = entry.spec().trainable() && decoder.trains(entry.node());
        }
        for (int i = 0; i < wiring.losses().size(); i++) {
            wiring.count(i, i == decoder.loss());
        }
        rest(decoder);
    }

    /** Lets the layers of all other decoders be idle; their gradients are cleared, for nobody writes them any more. */
    private void rest(Pretraining.Decoder but) {
        for (int node = wiring.pretraining().nodes(); node < wiring.nodes().size(); node++) {
            wiring.idle(node, but == null || !but.has(node));
        }
        for (Parameters.Entry entry : parameters.entries()) {
            if (wiring.idle(entry.node())) {
                parameters.clearGradients(entry);
            }
        }
    }

    /** Trains the parameters of some layers of the design, by its losses at some layers. */
    void set(Predicate<String> nodes, Predicate<String> losses, long from) {
        for (int k = 0; k < trained.length; k++) {
            Parameters.Entry entry = parameters.entries().get(k);
            trained[k] = entry.spec().trainable() && !wiring.pretraining().decodes(entry.node())
                    && nodes.test(entry.nodeId());
        }
        for (int i = 0; i < wiring.losses().size(); i++) {
            wiring.count(i, i < wiring.pretraining().losses()
                    && losses.test(wiring.nodes().get(wiring.losses().get(i).node()).id()));
        }
        since = from;
        rest(null);
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
