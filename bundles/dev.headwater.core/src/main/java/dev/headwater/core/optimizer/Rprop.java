package dev.headwater.core.optimizer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * Resilient propagation (Riedmiller and Braun 1993) as iRprop− (Igel and Hüsken 2000), which is PyTorch's: each weight
 * has a step Δ of its own and only the sign of its gradient counts. Δ grows by η⁺ while the sign stays and shrinks by η⁻
 * when it changes, and then the weight rests for a step. So a gradient that vanishes still moves its weight. Meant for
 * batches that hold all examples: with small ones the signs are noise.
 */
@Named(about = "Rprop (iRprop-): each weight's step grows while its gradient's sign stays and shrinks when it changes; for full batches")
public record Rprop(
        @Setting(about = "First step of every weight; a schedule has no effect.", byDefault = "0.01", min = 0, minExclusive = true, max = Float.MAX_VALUE) double learningRate,
        @Setting(about = "Factor of the step when the sign changes.", byDefault = "0.5", min = 0, max = 1, minExclusive = true, maxExclusive = true) double etaMinus,
        @Setting(about = "Factor of the step while the sign stays.", byDefault = "1.2", min = 1, max = 1000, minExclusive = true) double etaPlus,
        @Setting(about = "Smallest step.", byDefault = "1e-6", min = 1e-30, max = Float.MAX_VALUE) double minStep,
        @Setting(about = "Largest step.", byDefault = "50", min = 1e-30, max = Float.MAX_VALUE) double maxStep)
        implements Optimizer {
    /**
     * Checks the order of the two bounds.
     *
     * @throws IllegalArgumentException if they are the wrong way round
     */
    public Rprop {
        if (minStep > maxStep) {
            throw new IllegalArgumentException("'minStep' of rprop must be at most 'maxStep', were " + minStep
                    + " and " + maxStep);
        }
    }

    @Override
    public List<String> slots() {
        return List.of("sign", "stepSize");
    }

    @Override
    public boolean obeysLearningRate() {
        return false;
    }

    @Override
    public Updater bind() {
        return new Updater() {
            @Override
            public void begin(long step, double rate) {
                // the same at every step
            }

            @Override
            public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
                tile(w, g, slots[0], slots[1], n);
            }
        };
    }

    private void tile(float[] w, float[] g, float[] previous, float[] size, int n) {
        float first = (float) learningRate;
        float minus = (float) etaMinus;
        float plus = (float) etaPlus;
        float least = (float) minStep;
        float most = (float) maxStep;
        for (int i = 0; i < n; i++) {
            // Of signs, not of gradients: a product of two vanished gradients is 0 in float.
            float sign = Math.signum(g[i]);
            float both = sign * Math.signum(previous[i]);
            float step = size[i] == 0 ? first : size[i];
            step *= both > 0 ? plus : both < 0 ? minus : 1;
            size[i] = Math.min(Math.max(step, least), most);
            float kept = both < 0 ? 0 : sign;
            previous[i] = kept;
            w[i] -= kept * size[i];
        }
    }
}
