package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/** The products where every window is one position: those of a dense layer at each, z = x w, dw = xᵀ dz, dx = dz wᵀ. */
final class PointwiseTaps implements Taps {
    private final Product z;
    private final Product dw;
    private final Product dx;

    PointwiseTaps(Place place, Tensor z, Tensor w, Tensor wt, Tensor dw) {
        Tensor x = place.input(0);
        Tensor dz = place.outputGradient();
        this.z = place.product(z, x, w, Form.AB);
        this.dw = place.product(dw, x, dz, Form.ATB);
        dx = place.needsInputGradient(0) ? place.product(place.inputGradient(0), dz, wt, Form.AB) : Product.NONE;
    }

    @Override
    public void forward(int rows) {
        z.run(rows);
    }

    @Override
    public void backward(int rows) {
        dw.run(rows);
        dx.run(rows);
    }
}
