package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The arithmetic of {@link WeightNorm}: another layer's kernel, which finds w where its weight would be, between the
 * two steps that make w of g and v, and dg and dv of dw.
 */
final class NormalizedWeight implements Kernel {
    private final Kernel of;
    private final Sweep compose;
    private final Sweep decompose;
    private final int size;
    private final int width;

    NormalizedWeight(Place place, Layer layer) {
        Tensor g = place.parameter("weight_g");
        Tensor v = place.parameter("weight_v");
        Shape shape = v.shape();
        size = shape.size();
        width = size / shape.extent(0);
        Tensor w = place.buffer("weight", shape);
        Tensor dw = place.buffer("weight-gradient", shape);
        of = layer.bind(within(place, w, dw));
        compose = place.each((write, r, i) -> compose(r[0], r[1], write[0]), new Tensor[] {w}, g, v);
        decompose = place.each((write, r, i) -> decompose(r[0], r[1], r[2], write[0], write[1]),
                new Tensor[] {place.gradient("weight_g"), place.gradient("weight_v")}, g, v, dw);
    }

    /** The same place but for the weight. A proxy, so that whatever a place offers goes through. */
    private static Place within(Place place, Tensor w, Tensor dw) {
        return (Place) Proxy.newProxyInstance(Place.class.getClassLoader(), new Class<?>[] {Place.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && "weight".equals(arguments[0]) && method.getName().equals("parameter")) {
                        return w;
                    }
                    if (arguments != null && "weight".equals(arguments[0]) && method.getName().equals("gradient")) {
                        return dw;
                    }
                    try {
                        return method.invoke(place, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void compose(float[] g, float[] v, float[] w) {
        for (int o = 0, from = 0; from < size; o++, from += width) {
            double factor = g[o] * inverseLength(v, from);
            for (int i = from; i < from + width; i++) {
                w[i] = (float) (v[i] * factor);
            }
        }
    }

    private void decompose(float[] g, float[] v, float[] dw, float[] dg, float[] dv) {
        for (int o = 0, from = 0; from < size; o++, from += width) {
            double inverse = inverseLength(v, from);
            double dot = 0;
            for (int i = from; i < from + width; i++) {
                dot += (double) dw[i] * v[i];
            }
            double along = dot * inverse;
            dg[o] = (float) along;
            for (int i = from; i < from + width; i++) {
                dv[i] = (float) (g[o] * inverse * (dw[i] - along * inverse * v[i]));
            }
        }
    }

    private double inverseLength(float[] v, int from) {
        double squares = 0;
        for (int i = from; i < from + width; i++) {
            squares += (double) v[i] * v[i];
        }
        return 1 / Math.sqrt(squares);
    }

    @Override
    public void forward(Pass pass) {
        compose.run(1);
        of.forward(pass);
    }

    @Override
    public void backward(Pass pass) {
        of.backward(pass);
        decompose.run(1);
    }

    @Override
    public void settle(Pass pass) {
        of.settle(pass);
    }

    @Override
    public Tensor slope() {
        return of.slope();
    }

    @Override
    public double steepest() {
        return of.steepest();
    }

    @Override
    public Tensor logits() {
        return of.logits();
    }
}
