package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Linear;
import dev.headwater.core.tensor.Tensor;

/**
 * The last stage of a layer with weights, y = f(z + b): forward adds the bias and applies the activation in one pass,
 * backward turns dy into dz = dy ⊙ f'(z) in place and sums db = Σ dz in the same pass. The slope is kept, but for an
 * activation whose value tells it. Where the loss starts from the logits, it keeps them and passes the gradient, which is
 * dz already, through.
 */
final class Bend {
    private final Activation f;
    private final Tensor output;
    private final Tensor z;
    private final Tensor slope;
    private final Tensor logits;
    private final Sweep forward;
    private final Sweep backward;

    /** A stage that writes the place's output; {@code bias} names its parameter, or is {@code null}. */
    Bend(Place place, Activation f, String bias) {
        this.f = f;
        Tensor y = place.output();
        output = y;
        boolean straight = f instanceof Linear;
        boolean fused = place.fusedWithLoss();
        boolean gate = f.isGate() && !fused;
        slope = straight ? null : gate ? y : place.scratch("slope", y.shape());
        z = straight ? y : fused ? place.scratch("logits", y.shape()) : slope;
        logits = fused ? z : null;
        Tensor[] read = bias == null ? new Tensor[] {z} : new Tensor[] {z, place.parameter(bias)};
        if (straight) {
            forward = bias == null ? Sweep.NONE : place.sweep(Bend::addBias, new Tensor[] {y}, read);
        } else if (gate) {
            forward = place.sweep((w, r, n) -> {
                if (r.length > 1) {
                    Tiles.add(r[0], r[1], r[0], n);
                }
                f.value(r[0], w[0], n);
            }, new Tensor[] {y}, read);
        } else {
            Tensor[] write = fused ? new Tensor[] {y, slope, z} : new Tensor[] {y, slope};
            forward = place.sweep((w, r, n) -> {
                if (r.length > 1) {
                    Tiles.add(r[0], r[1], r[0], n);
                }
                f.valueAndSlope(r[0], w[0], w[1], n);
            }, write, read);
        }
        Tensor dy = place.outputGradient();
        boolean bent = !straight && !fused;
        TileLoop back = gate ? (w, r, n) -> f.back(r[1], r[0], w[0], n) : Bend::multiply;
        if (bias != null && bent) {
            backward = place.sweepWithColumnSums(place.gradient(bias), back, new Tensor[] {dy}, dy, slope);
        } else if (bias != null) {
            backward = place.columnSums(place.gradient(bias), dy);
        } else {
            backward = bent ? place.sweep(back, new Tensor[] {dy}, dy, slope) : Sweep.NONE;
        }
    }

    /** Where the layer leaves what the activation starts from, before the bias. */
    Tensor z() {
        return z;
    }

    /** f'(z) as the last forward left it, or f(z) where that tells it; {@code null} for the identity. */
    Tensor slope() {
        return slope;
    }

    /** The largest |f'|, or 0 where the value tells it. */
    double steepest() {
        return slope != null && slope == output ? 0 : f.steepest();
    }

    /** z + b where the loss starts from it, else {@code null}. */
    Tensor logits() {
        return logits;
    }

    void forward(int rows) {
        forward.run(rows);
    }

    void backward(int rows) {
        backward.run(rows);
    }

    private static void addBias(float[][] write, float[][] read, int n) {
        Tiles.add(read[0], read[1], write[0], n);
    }

    private static void multiply(float[][] write, float[][] read, int n) {
        Tiles.multiply(read[0], read[1], write[0], n);
    }
}
