package dev.headwater.core.layer;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/**
 * A dense layer with a gate around it (Srivastava et al. 2015), y = h ⊙ t + x ⊙ (1 − t) with h = f(x wᵀ + b) and
 * t = σ(x wₜᵀ + bₜ), on the last axis; weight and transform_weight (features, features), bias and transform_bias
 * (features). A negative bₜ leaves the gate mostly open at first, so that deep stacks start near the identity.
 * Backward: dh = dy ⊙ t, dt = dy ⊙ (h − x), dx = dy ⊙ (1 − t) + dzₕ w + dzₜ wₜ.
 */
@InFamily(LayerFamily.DENSE)
@Named(about = "a dense layer with a gate around it: y = h t + x (1 - t)")
public record Highway(
        @Setting(about = "Function applied to h.", byDefault = "relu") Activation activation,
        @Setting(about = "What the gate's bias starts with; the more negative, the nearer to y = x.", byDefault = "-1", min = -Float.MAX_VALUE, max = Float.MAX_VALUE) double transformBias,
        @Setting(about = "What draws the first weights.", byDefault = "xavier") Initializer weight,
        @Setting(about = "What draws the first biases of h.", byDefault = "zeros") Initializer bias) implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int n = inputs.get(0).columns();
        return List.of(new ParameterSpec("weight", Shape.of(n, n), n, n, weight),
                new ParameterSpec("bias", Shape.of(n), n, n, bias),
                new ParameterSpec("transform_weight", Shape.of(n, n), n, n, weight),
                new ParameterSpec("transform_bias", Shape.of(n), n, n, new Constant(transformBias)));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return 2L * inputs.get(0).size() * inputs.get(0).columns();
    }

    @Override
    public Kernel bind(Place place) {
        Activation gate = new Sigmoid();
        Tensor x = place.input(0);
        Tensor y = place.output();
        Shape shape = y.shape();
        Tensor h = place.scratch("h", shape);
        Tensor t = place.scratch("gate", shape);
        Tensor slope = place.scratch("slope", shape);
        Tensor gateSlope = place.scratch("gate-slope", shape);
        Tensor w = place.parameter("weight");
        Tensor wt = place.parameter("transform_weight");
        Product zh = place.product(slope, x, w, Form.ABT);
        Product zt = place.product(gateSlope, x, wt, Form.ABT);
        Sweep mix = place.sweep((to, r, n) -> {
            Tiles.add(r[1], r[2], r[1], n);
            activation.valueAndSlope(r[1], to[1], r[1], n);
            Tiles.add(r[3], r[4], r[3], n);
            gate.valueAndSlope(r[3], to[2], r[3], n);
            mix(r[0], to[1], to[2], to[0], n);
        }, new Tensor[] {y, h, t, slope, gateSlope}, x, slope, place.parameter("bias"), gateSlope,
                place.parameter("transform_bias"));
        Tensor dy = place.outputGradient();
        Tensor dh = place.scratch("dh", shape);
        Tensor dt = place.scratch("dt", shape);
        Sweep part = place.sweep((to, r, n) -> part(to, r, n), new Tensor[] {dh, dt}, dy, x, h, t, slope, gateSlope);
        Sweep bias1 = place.columnSums(place.gradient("bias"), dh);
        Sweep bias2 = place.columnSums(place.gradient("transform_bias"), dt);
        Product dw = place.product(place.gradient("weight"), dh, x, Form.ATB);
        Product dwt = place.product(place.gradient("transform_weight"), dt, x, Form.ATB);
        boolean back = place.needsInputGradient(0);
        Tensor dx = back ? place.inputGradient(0) : null;
        Sweep around = back ? place.sweep((to, r, n) -> around(r[0], r[1], to[0], n), new Tensor[] {dx}, dy, t)
                : Sweep.NONE;
        Product dx1 = back ? place.productAdd(dx, dh, w, Form.AB) : Product.NONE;
        Product dx2 = back ? place.productAdd(dx, dt, wt, Form.AB) : Product.NONE;
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                zh.run(pass.rows());
                zt.run(pass.rows());
                mix.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                int rows = pass.rows();
                part.run(rows);
                bias1.run(rows);
                bias2.run(rows);
                dw.run(rows);
                dwt.run(rows);
                around.run(rows);
                dx1.run(rows);
                dx2.run(rows);
            }

            @Override
            public Tensor slope() {
                return slope;
            }

            @Override
            public double steepest() {
                return activation.steepest();
            }
        };
    }

    private static void mix(float[] x, float[] h, float[] t, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = h[i] * t[i] + x[i] * (1 - t[i]);
        }
    }

    /** dzₕ = dy t f', dzₜ = dy (h − x) t'. */
    private static void part(float[][] to, float[][] r, int n) {
        float[] dh = to[0];
        float[] dt = to[1];
        float[] dy = r[0];
        float[] x = r[1];
        float[] h = r[2];
        float[] t = r[3];
        float[] slope = r[4];
        float[] gateSlope = r[5];
        for (int i = 0; i < n; i++) {
            dh[i] = dy[i] * t[i] * slope[i];
            dt[i] = dy[i] * (h[i] - x[i]) * gateSlope[i];
        }
    }

    private static void around(float[] dy, float[] t, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1 - t[i]);
        }
    }
}
