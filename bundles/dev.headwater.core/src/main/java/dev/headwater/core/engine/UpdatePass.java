package dev.headwater.core.engine;

import dev.headwater.core.optimizer.Optimizer;
import dev.headwater.core.optimizer.Updater;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The second pass: the optimizer on each parameter, and the norms of what it was and by how much it changed. */
final class UpdatePass {
    private final Parameters parameters;
    private final Updater[] updaters;
    private final double[] weightSquares;
    private final double[] updateSquares;
    private final float[][] weights;
    private final float[][] before;
    private final float[][] gradients;
    private final float[][][] slots;
    private final double[][] weightLanes;
    private final double[][] updateLanes;
    private final Treatment treatment;
    private final boolean[] trained;

    /** The update of the parameters that are {@code trained}; the array may change between steps. */
    UpdatePass(Parameters parameters, Optimizer optimizer, Treatment treatment, boolean[] trained, int threads) {
        this.parameters = parameters;
        this.treatment = treatment;
        this.trained = trained;
        int entries = parameters.entries().size();
        weightSquares = new double[entries];
        updateSquares = new double[entries];
        updaters = new Updater[threads];
        weights = new float[threads][Accumulator.STRIP];
        before = new float[threads][Accumulator.STRIP];
        gradients = new float[threads][Accumulator.STRIP];
        slots = new float[threads][parameters.slots()][Accumulator.STRIP];
        weightLanes = new double[threads][Accumulator.LANES];
        updateLanes = new double[threads][Accumulator.LANES];
        for (int i = 0; i < threads; i++) {
            updaters[i] = optimizer.bind();
        }
    }

    /** Prepares the scalars of a step. */
    void begin(long step, double learningRate) {
        for (Updater updater : updaters) {
            updater.begin(step, learningRate);
        }
    }

    /** Updates the k-th parameter with the tools of one thread; measures it on the way if asked to. */
    void run(int k, int thread, boolean measure) {
        Parameters.Entry entry = parameters.entries().get(k);
        if (!trained[k]) {
            weightSquares[k] = measure ? squares(entry, thread) : weightSquares[k];
            updateSquares[k] = 0;
            return;
        }
        FloatBuffer values = parameters.values();
        float[] w = weights[thread];
        float[] old = before[thread];
        float[][] own = slots[thread];
        int used = Math.min(entry.size(), Accumulator.LANES);
        if (measure) {
            Arrays.fill(weightLanes[thread], 0, used, 0);
            Arrays.fill(updateLanes[thread], 0, used, 0);
        }
        for (int at = 0; at < entry.size(); at += Accumulator.STRIP) {
            int n = Math.min(Accumulator.STRIP, entry.size() - at);
            int from = entry.offset() + at;
            values.get(from, w, 0, n);
            parameters.gradient(0).get(from, gradients[thread], 0, n);
            for (int s = 0; s < own.length; s++) {
                parameters.slot(s).get(from, own[s], 0, n);
            }
            if (measure) {
                System.arraycopy(w, 0, old, 0, n);
            }
            treatment.apply(k, thread, at, gradients[thread], n);
            updaters[thread].update(w, gradients[thread], own, n, entry.spec().decays());
            values.put(from, w, 0, n);
            for (int s = 0; s < own.length; s++) {
                parameters.slot(s).put(from, own[s], 0, n);
            }
            if (measure) {
                Accumulator.addSquares(old, weightLanes[thread], n);
                Accumulator.addChanges(old, w, updateLanes[thread], n);
            }
        }
        if (measure) {
            weightSquares[k] = Accumulator.fold(weightLanes[thread], used);
            updateSquares[k] = Accumulator.fold(updateLanes[thread], used);
        }
    }

    private double squares(Parameters.Entry entry, int thread) {
        int used = Math.min(entry.size(), Accumulator.LANES);
        double[] lanes = weightLanes[thread];
        Arrays.fill(lanes, 0, used, 0);
        for (int at = 0; at < entry.size(); at += Accumulator.STRIP) {
            int n = Math.min(Accumulator.STRIP, entry.size() - at);
            parameters.values().get(entry.offset() + at, weights[thread], 0, n);
            Accumulator.addSquares(weights[thread], lanes, n);
        }
        return Accumulator.fold(lanes, used);
    }

    /** Makes all norms unknown, infinite, until they are measured. */
    void forget() {
        Arrays.fill(weightSquares, Double.POSITIVE_INFINITY);
        Arrays.fill(updateSquares, Double.POSITIVE_INFINITY);
    }

    /** ‖w‖₂ of the k-th parameter before the step that was measured last. */
    double weightNorm(int k) {
        return Math.sqrt(weightSquares[k]);
    }

    /** ‖Δw‖₂ of the k-th parameter as applied in that step. */
    double updateNorm(int k) {
        return Math.sqrt(updateSquares[k]);
    }
}
