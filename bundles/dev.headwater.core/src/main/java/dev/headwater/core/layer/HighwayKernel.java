package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The arithmetic of {@link Highway}. */
final class HighwayKernel implements Kernel {
    private static final Activation GATE = new Sigmoid();

    private final Activation f;
    private final Tensor slope;
    private final Product zh;
    private final Product zt;
    private final Sweep mix;
    private final Sweep part;
    private final Sweep around;
    private final Sweep[] sums;
    private final Product[] products;

    HighwayKernel(Place place, Activation f) {
        this.f = f;
        Tensor x = place.input(0);
        Shape shape = x.shape();
        Tensor h = place.scratch("h", shape);
        Tensor t = place.scratch("gate", shape);
        Tensor w = place.parameter("weight");
        Tensor wt = place.parameter("transform_weight");
        slope = place.scratch("slope", shape); // z until the activation turns it into f'(z)
        Tensor gateSlope = place.scratch("gate-slope", shape);
        zh = place.product(slope, x, w, Form.ABT);
        zt = place.product(gateSlope, x, wt, Form.ABT);
        mix = place.sweep(this::mix, new Tensor[] {place.output(), h, t, slope, gateSlope}, x, slope,
                place.parameter("bias"), gateSlope, place.parameter("transform_bias"));
        Tensor dy = place.outputGradient();
        Tensor dh = place.scratch("dh", shape);
        Tensor dt = place.scratch("dt", shape);
        part = place.sweep(HighwayKernel::part, new Tensor[] {dh, dt}, dy, x, h, t, slope, gateSlope);
        sums = new Sweep[] {place.columnSums(place.gradient("bias"), dh),
                place.columnSums(place.gradient("transform_bias"), dt)};
        boolean back = place.needsInputGradient(0);
        Tensor dx = back ? place.inputGradient(0) : null;
        around = back ? place.sweep((to, r, n) -> around(r[0], r[1], to[0], n), new Tensor[] {dx}, dy, t) : Sweep.NONE;
        products = new Product[] {place.product(place.gradient("weight"), dh, x, Form.ATB),
                place.product(place.gradient("transform_weight"), dt, x, Form.ATB),
                back ? place.productAdd(dx, dh, w, Form.AB) : Product.NONE,
                back ? place.productAdd(dx, dt, wt, Form.AB) : Product.NONE};
    }

    @Override
    public void forward(Pass pass) {
        zh.run(pass.rows());
        zt.run(pass.rows());
        mix.run(pass.rows());
    }

    @Override
    public void backward(Pass pass) {
        part.run(pass.rows());
        for (Sweep sum : sums) {
            sum.run(pass.rows());
        }
        around.run(pass.rows());
        for (Product product : products) {
            product.run(pass.rows());
        }
    }

    @Override
    public Tensor slope() {
        return slope;
    }

    @Override
    public double steepest() {
        return f.steepest();
    }

    /** h = f(zₕ + b), t = σ(zₜ + bₜ), y = h t + x (1 − t). */
    private void mix(float[][] to, float[][] r, int n) {
        Tiles.add(r[1], r[2], r[1], n);
        f.valueAndSlope(r[1], to[1], r[1], n);
        Tiles.add(r[3], r[4], r[3], n);
        GATE.valueAndSlope(r[3], to[2], r[3], n);
        join(r[0], to[1], to[2], to[0], n);
    }

    private static void join(float[] x, float[] h, float[] t, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = h[i] * t[i] + x[i] * (1 - t[i]);
        }
    }

    /** dzₕ = dy t f', dzₜ = dy (h − x) t'. */
    private static void part(float[][] to, float[][] r, int n) {
        Tiles.multiply(r[0], r[3], to[0], n);
        Tiles.multiply(to[0], r[4], to[0], n);
        gate(r[0], r[1], r[2], r[5], to[1], n);
    }

    private static void gate(float[] dy, float[] x, float[] h, float[] slope, float[] dt, int n) {
        for (int i = 0; i < n; i++) {
            dt[i] = dy[i] * (h[i] - x[i]) * slope[i];
        }
    }

    private static void around(float[] dy, float[] t, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1 - t[i]);
        }
    }
}
