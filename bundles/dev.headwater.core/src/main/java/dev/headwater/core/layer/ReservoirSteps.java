package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The steps of a reservoir through time, one example after the other; sums are in double. Padding has zeros for outputs,
 * and nothing comes back from there.
 */
final class ReservoirSteps {
    /** From this share of connections on, a product with all of them, zeros too, is the faster one. */
    private static final double DENSE = 0.2;

    private final int units;
    private final int time;
    private final int washout;
    private final boolean lastOnly;
    private final double noiseSize;
    private final double keep;
    private final double leak;
    private final Activation f;
    private final Connections w;
    private final Tensor bias;
    private final FloatBuffer start;
    private final Noise noise;
    private final float[] noises;
    private final double[] x;
    private final double[] sums;
    private final double[] carry;
    private final float[] zt;
    private final float[] at;
    private final float[] dt;
    private boolean noisy;
    private Pass pass;

    ReservoirSteps(EchoState layer, Place place, int time) {
        this.time = time;
        units = layer.units();
        washout = layer.washout();
        lastOnly = !layer.returnSequences();
        noiseSize = layer.noise();
        keep = 1 - layer.leak() * layer.decay();
        leak = layer.leak();
        f = layer.activation();
        Tensor all = place.parameter("weight_hh");
        w = layer.density() < DENSE ? new SparseConnections(all) : new DenseConnections(place, all);
        bias = layer.biasScaling() > 0 ? place.parameter("bias") : null;
        start = place.state(EchoState.START).data();
        noise = noiseSize > 0 ? place.noise("reservoir") : null;
        noises = new float[noise == null ? 0 : time * units];
        x = new double[units];
        sums = new double[units];
        carry = new double[units];
        zt = new float[units];
        at = new float[units];
        dt = new float[units];
    }

    /** Goes to a step of the training. */
    void at(Pass now) {
        pass = now;
        w.refresh();
        noisy = noise != null && now.training();
        if (noisy) {
            noise.at(now);
        }
    }

    /** Reads W_in u from {@code z}, writes the states to {@code y} and the slopes f'(z) over {@code z}. */
    Sweep forward(Place place, Tensor z, Tensor y) {
        Tensor[] write = lastOnly ? new Tensor[] {z, y, place.output()} : new Tensor[] {z, y};
        return bias == null ? place.each(this::forward, write, z) : place.each(this::forward, write, z, bias);
    }

    private void forward(float[][] write, float[][] read, int example) {
        float[] z = write[0];
        float[] y = write[1];
        if (noisy) {
            noise.uniform(example, noises, time * units);
        }
        for (int i = 0; i < units; i++) {
            x[i] = start.get(i);
        }
        int steps = pass.length(example, time);
        for (int t = 0; t < steps; t++) {
            step(z, t * units, read.length > 1 ? read[1] : null);
            if (t < washout && !lastOnly) {
                Arrays.fill(y, t * units, (t + 1) * units, 0f);
            } else {
                for (int i = 0; i < units; i++) {
                    y[t * units + i] = (float) x[i];
                }
            }
        }
        Arrays.fill(y, steps * units, time * units, 0f); // padding
        Arrays.fill(z, steps * units, time * units, 0f);
        for (int i = 0; lastOnly && i < units; i++) {
            write[2][i] = (float) x[i];
        }
    }

    /** From x(t−1) to x(t), in place; f'(z) stays where W_in u was. */
    private void step(float[] z, int from, float[] b) {
        w.times(x, sums);
        for (int i = 0; i < units; i++) {
            double more = (b == null ? 0 : b[i]) + (noisy ? noiseSize * (2 * noises[from + i] - 1) : 0);
            zt[i] = (float) (z[from + i] + sums[i] + more);
        }
        f.valueAndSlope(zt, at, dt, units);
        for (int i = 0; i < units; i++) {
            x[i] = keep * x[i] + leak * at[i];
        }
        System.arraycopy(dt, 0, z, from, units);
    }

    /** Turns the slopes in {@code z} into dL/dz. */
    Sweep backward(Place place, Tensor z) {
        return place.each(this::backward, new Tensor[] {z}, z, place.outputGradient());
    }

    private void backward(float[][] write, float[][] read, int example) {
        float[] z = write[0];
        float[] dy = read[1];
        Arrays.fill(carry, 0);
        int steps = pass.length(example, time);
        for (int t = steps - 1; t >= 0; t--) { // of the padding z is 0 already
            int from = t * units;
            boolean counts = lastOnly ? t == steps - 1 : t >= washout;
            int at0 = lastOnly ? 0 : from;
            for (int i = 0; i < units; i++) {
                double g = carry[i] + (counts ? dy[at0 + i] : 0);
                double dz = leak * g * z[from + i];
                z[from + i] = (float) dz;
                sums[i] = dz;
                carry[i] = keep * g;
            }
            w.addTransposedTimes(sums, carry);
        }
    }
}
