package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The products where windows are more than one step apart: those of one example are laid side by side as the rows of a
 * matrix X (Chellapilla et al. 2006) that stays in the caches, so that z = X w, dw = Σ Xᵀ dz and dX = dz wᵀ, which is
 * added back into the example.
 */
final class GatheredTaps implements Taps {
    private final ExampleStep gather;
    private final Product z;
    private final ExampleStep leave;
    private final ExampleStep arrive;
    private final Product firstDw;
    private final Product dw;
    private final Product dRows;
    private final ExampleStep scatter;

    GatheredTaps(Place place, Windows at, Tensor z, Tensor w, Tensor wt, Tensor dw) {
        int filters = z.columns();
        Tensor rows = place.buffer("windows", Shape.of(at.positions(), w.shape().extent(0)));
        Tensor out = place.buffer("window-outputs", Shape.of(at.positions(), filters));
        Copies all = Copies.lines(1, at.positions() * filters, 0, 0, 0, 0);
        gather = place.copies(rows, place.input(0), at.gather());
        this.z = place.product(out, rows, w, Form.AB);
        leave = place.copies(z, out, all);
        arrive = place.copies(out, place.outputGradient(), all);
        firstDw = place.product(dw, rows, out, Form.ATB);
        this.dw = place.productAdd(dw, rows, out, Form.ATB);
        if (place.needsInputGradient(0)) {
            Tensor back = place.buffer("window-gradients", rows.shape());
            dRows = place.product(back, out, wt, Form.AB);
            scatter = place.example((write, r, i) -> at.scatter(r[0], write[0]), new Tensor[] {place.inputGradient(0)},
                    back);
        } else {
            dRows = Product.NONE;
            scatter = ExampleStep.NONE;
        }
    }

    @Override
    public void forward(int rows) {
        for (int i = 0; i < rows; i++) {
            gather.run(i);
            z.run(1);
            leave.run(i);
        }
    }

    @Override
    public void backward(int rows) {
        for (int i = 0; i < rows; i++) {
            gather.run(i);
            arrive.run(i);
            (i == 0 ? firstDw : dw).run(1);
            dRows.run(1);
            scatter.run(i);
        }
    }
}
