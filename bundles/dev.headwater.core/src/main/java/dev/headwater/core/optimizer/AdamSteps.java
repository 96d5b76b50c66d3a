package dev.headwater.core.optimizer;

/** The arithmetic that {@link Adam} and {@link AdamW} share: they differ in where the weight decay enters. */
final class AdamSteps implements Updater {
    private static final double FINE = 1e-11;
    private static final float GRAIN = 1e-12f;

    private final double beta1;
    private final double beta2;
    private final float epsilon;
    /** Gradients are squared to within about 1e-19 if epsilon is so much larger that nothing is seen of it. */
    private final float grain;
    private final double weightDecay;
    private final boolean decoupled;
    private float rate;
    private float rootScale;
    private float shrink;

    AdamSteps(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = (float) epsilon;
        grain = epsilon < FINE ? 0 : GRAIN;
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
    }

    @Override
    public void begin(long step, double learningRate) {
        rate = (float) (learningRate / (1 - Power.of(beta1, step + 1)));
        rootScale = (float) (1 / Math.sqrt(1 - Power.of(beta2, step + 1)));
        shrink = decoupled ? (float) (learningRate * weightDecay) : 0;
    }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, boolean decays) {
        float added = decays && !decoupled ? (float) weightDecay : 0;
        moments(w, g, slots[0], slots[1], added, n);
        if (decays && decoupled) {
            shrink(w, shrink, n);
        }
        step(w, slots[0], slots[1], rate, rootScale, epsilon, n);
    }

    private void moments(float[] w, float[] g, float[] m, float[] v, float added, int n) {
        float b1 = (float) beta1;
        float c1 = (float) (1 - beta1);
        float b2 = (float) beta2;
        float c2 = (float) (1 - beta2);
        for (int i = 0; i < n; i++) {
            float x = g[i] + added * w[i];
            float square = x + grain - grain; // 0 where its square would be subnormal
            m[i] = Subnormal.flushed(b1 * m[i] + c1 * x);
            v[i] = Subnormal.flushed(b2 * v[i] + c2 * (square * square));
        }
    }

    /** Takes a share of each weight away; subtracting it keeps digits that a factor of nearly 1 would lose. */
    static void shrink(float[] w, float share, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= share * w[i];
        }
    }

    private static void step(float[] w, float[] m, float[] v, float rate, float rootScale, float epsilon, int n) {
        for (int i = 0; i < n; i++) {
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) * rootScale + epsilon);
        }
    }
}
