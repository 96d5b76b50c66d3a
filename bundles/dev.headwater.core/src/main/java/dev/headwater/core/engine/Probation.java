package dev.headwater.core.engine;

import dev.headwater.core.engine.Diverged.Phase;
import dev.headwater.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rare update that may overflow though its gradients are finite: what it changes is kept, to go back to. */
final class Probation {
    /** Beyond these an update of finite gradients might overflow. */
    private static final double RISKY_GRADIENT = 1e18;
    private static final double RISKY_RATE = 1e6;
    private static final double RISKY_WEIGHT = 1e30;

    private final Map<Tensor, float[]> kept = new LinkedHashMap<>();

    /** Copies tensors. Allocates, which no ordinary step does. */
    Probation(Iterable<Tensor> tensors) {
        for (Tensor tensor : tensors) {
            float[] copy = new float[tensor.data().capacity()];
            tensor.data().get(0, copy);
            kept.put(tensor, copy);
        }
    }

    /** Whether an update needs it. */
    static boolean needed(GradientPass gradients, UpdatePass updates, int parameters, double learningRate) {
        if (gradients.largest() > RISKY_GRADIENT || learningRate > RISKY_RATE) {
            return true;
        }
        for (int k = 0; k < parameters; k++) {
            if (!(updates.weightNorm(k) < RISKY_WEIGHT)) {
                return true;
            }
        }
        return false;
    }

    /** What overflowed first, or {@code null}. */
    static Diverged overflow(Parameters parameters, long step) {
        for (Parameters.Entry entry : parameters.entries()) {
            float bad = NonFiniteSearch.firstBad(parameters.value(entry), 1);
            if (!Float.isFinite(bad)) {
                return new Diverged(step, entry.nodeId(), "the parameter " + entry.spec().name(), Phase.UPDATE, bad);
            }
        }
        return null;
    }

    /** Makes the tensors what they were. */
    void goBack() {
        kept.forEach((tensor, copy) -> tensor.data().put(0, copy));
    }
}
