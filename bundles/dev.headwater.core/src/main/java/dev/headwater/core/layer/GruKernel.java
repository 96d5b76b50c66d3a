package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of a {@link GRU}. The gates r and z, whose products add up, lie apart from n, whose two products do
 * not: r stands between them.
 */
final class GruKernel implements Kernel {
    private final Unrolling time;
    private final int steps;
    /** z of the gates r and z, then what {@link GruCell} makes of it, then dz. */
    private final Timeline gates;
    /** z of n, then n, then dz. */
    private final Timeline candidates;
    /** U_n h + b_hn, then its gradient. */
    private final Timeline inner;
    private final Tensor candidateSlopes;
    private final Transposed[] turned;
    private final StepProducts[] input;
    private final Product[] recur;
    private final Product[] recurNew;
    private final Sweep[] cell;
    private final Sweep[] uncell;
    private final Product[] back;
    private final Product[] backNew;
    private final StepProducts[] sums;

    GruKernel(int units, boolean useBias, Place place, Unrolling time) {
        this.time = time;
        steps = time.steps();
        Shape row = Shape.of(units);
        gates = new Timeline(place, "gate", steps, 2 * units);
        candidates = new Timeline(place, "candidate", steps, units);
        inner = new Timeline(place, "reset", steps, units);
        candidateSlopes = place.scratch("candidateSlope", Shape.of(steps, units));
        int in = place.input(0).columns();
        Tensor w = part(place.parameter("weight_ih"), 0, 2 * units, in);
        Tensor wn = part(place.parameter("weight_ih"), 2 * units, units, in);
        Tensor u = part(place.parameter("weight_hh"), 0, 2 * units, units);
        Tensor un = part(place.parameter("weight_hh"), 2 * units, units, units);
        Tensor[] b = useBias ? biases(place, row) : new Tensor[0];
        input = new StepProducts[] {StepProducts.each(place, steps, gates, time.inputs(), w, Form.ABT),
                StepProducts.each(place, steps, candidates, time.inputs(), wn, Form.ABT)};
        turned = new Transposed[] {new Transposed(place, "gates-turned", u), new Transposed(place, "candidate-turned",
                un)};
        recur = new Product[steps];
        recurNew = new Product[steps];
        cell = new Sweep[steps];
        uncell = new Sweep[steps];
        back = new Product[steps];
        backNew = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = gates.at(t);
            Tensor zr = zt.piece("zr", 0, row);
            Tensor zz = zt.piece("zz", units, row);
            Tensor n = candidates.at(t);
            Tensor hn = inner.at(t);
            Tensor slope = Steps.at(candidateSlopes, t);
            Tensor before = time.before(t);
            Tensor earlier = time.gradient(t - 1);
            recur[t] = place.productAdd(zt, before, turned[0].matrix(), Form.AB);
            recurNew[t] = place.product(hn, before, turned[1].matrix(), Form.AB);
            cell[t] = place.sweep(GruCell::forward, new Tensor[] {zr, zz, n, hn, slope, time.state(t)},
                    Steps.join(new Tensor[] {zr, zz, n, hn, before}, b));
            uncell[t] = place.sweep(GruCell::backward, new Tensor[] {zr, zz, n, hn, earlier}, zr, zz, n, hn, earlier,
                    slope, before, time.gradient(t));
            back[t] = place.productAdd(earlier, zt, u, Form.AB);
            backNew[t] = place.productAdd(earlier, hn, un, Form.AB);
        }
        sums = sums(place, units, useBias, w, wn);
    }

    /** Those of r, z and n, and that within r's reach. */
    private static Tensor[] biases(Place place, Shape row) {
        Tensor bias = place.parameter("bias");
        return new Tensor[] {bias.piece("b_r", 0, row), bias.piece("b_z", row.size(), row),
                bias.piece("b_n", 2 * row.size(), row), place.parameter("bias_hn")};
    }

    /** The gradients of all parameters, and of the input where it is needed. */
    private StepProducts[] sums(Place place, int units, boolean useBias, Tensor w, Tensor wn) {
        Tensor du = place.gradient("weight_hh");
        Tensor dw = place.gradient("weight_ih");
        int in = w.columns();
        List<StepProducts> all = new ArrayList<>(List.of(
                StepProducts.sum(place, steps, part(du, 0, 2 * units, units), gates, time.states()),
                StepProducts.sum(place, steps, part(du, 2 * units, units, units), inner, time.states()),
                StepProducts.sum(place, steps, part(dw, 0, 2 * units, in), gates, time.inputs()),
                StepProducts.sum(place, steps, part(dw, 2 * units, units, in), candidates, time.inputs())));
        if (useBias) {
            Tensor db = place.gradient("bias");
            all.add(StepProducts.columnSums(place, steps, db.piece("db", 0, Shape.of(2 * units)), gates));
            all.add(StepProducts.columnSums(place, steps, db.piece("db_n", 2 * units, Shape.of(units)), candidates));
            all.add(StepProducts.columnSums(place, steps, place.gradient("bias_hn"), inner));
        }
        if (place.needsInputGradient(0)) {
            all.add(StepProducts.each(place, steps, time.inputGradients(), gates, w, Form.AB));
            all.add(StepProducts.added(place, steps, time.inputGradients(), candidates, wn, Form.AB));
        }
        return all.toArray(StepProducts[]::new);
    }

    /** Some rows of a parameter of several gates. */
    private static Tensor part(Tensor of, int fromRow, int rows, int columns) {
        return of.piece(of.name(), fromRow * columns, Shape.of(rows, columns));
    }

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        time.beginForward(pass);
        for (Transposed weight : turned) {
            weight.refresh();
        }
        for (int t = 0; t < steps; t++) {
            for (StepProducts product : input) {
                product.run(t, time.rows());
            }
            recur[t].run(rows);
            recurNew[t].run(rows);
            cell[t].run(rows);
            time.left(t, pass);
        }
        time.endForward(pass);
    }

    @Override
    public void backward(Pass pass) {
        int rows = pass.rows();
        time.beginBackward(pass);
        for (int t = steps - 1; t >= 0; t--) {
            time.keep(t, pass);
            uncell[t].run(rows);
            back[t].run(rows);
            backNew[t].run(rows);
            time.restore(t, null, pass);
            gates.clearRest(t, 1, pass);
            candidates.clearRest(t, 1, pass);
            inner.clearRest(t, 1, pass);
            for (StepProducts sum : sums) {
                sum.run(t, time.rows());
            }
        }
        time.endBackward(pass);
    }

    /** tanh' of the candidate n. */
    @Override
    public Tensor slope() {
        return candidateSlopes;
    }

    @Override
    public Tensor throughTime() {
        return time.gradients();
    }
}
