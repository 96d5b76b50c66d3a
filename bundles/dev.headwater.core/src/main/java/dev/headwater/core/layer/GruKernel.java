package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The arithmetic of a {@link GRU}. The gates r and z, whose products add up, lie apart from n, whose two products do
 * not: r stands between them.
 */
final class GruKernel implements Kernel {
    private final Unrolling time;
    private final int steps;
    private final Tensor candidateSlopes;
    private final Product[] input;
    private final Sweep[] addBias;
    private final Product[] recur;
    private final Product[] recurNew;
    private final Sweep[] cell;
    private final Sweep[] uncell;
    private final Product[] back;
    private final Product[] backNew;
    private final Product[] last;
    private final Sweep[] sums;

    GruKernel(int units, boolean useBias, Place place, Unrolling time) {
        this.time = time;
        steps = time.steps();
        Shape row = Shape.of(units);
        Shape all = Shape.of(steps, units);
        Tensor x = place.input(0);
        int in = x.columns();
        Tensor z = place.scratch("gateGradient", Shape.of(steps, 2 * units)); // z of r and z, then slopes, then dz
        Tensor zn = place.scratch("candidateGradient", all); // the same of n
        Tensor hn = place.scratch("resetGradient", all); // U_n h + b_hn, then its gradient
        Tensor gates = place.scratch("gate", z.shape());
        Tensor candidates = place.scratch("candidate", all);
        candidateSlopes = zn;
        Tensor w = part(place.parameter("weight_ih"), 0, 2 * units, in);
        Tensor wn = part(place.parameter("weight_ih"), 2 * units, units, in);
        Tensor u = part(place.parameter("weight_hh"), 0, 2 * units, units);
        Tensor un = part(place.parameter("weight_hh"), 2 * units, units, units);
        Tensor innerBias = useBias ? place.parameter("bias_hn") : place.buffer("noBias", row);
        input = new Product[] {place.product(z, x, w, Form.ABT), place.product(zn, x, wn, Form.ABT)};
        addBias = useBias ? addBias(place, z, zn, place.parameter("bias"), units)
                : new Sweep[] {Sweep.NONE, Sweep.NONE};
        recur = new Product[steps];
        recurNew = new Product[steps];
        cell = new Sweep[steps];
        uncell = new Sweep[steps];
        back = new Product[steps];
        backNew = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = Steps.at(z, t);
            Tensor zr = z.piece("zr", 2 * t * units, row);
            Tensor zz = z.piece("zz", (2 * t + 1) * units, row);
            Tensor znt = Steps.at(zn, t);
            Tensor hnt = Steps.at(hn, t);
            Tensor ar = gates.piece("r", 2 * t * units, row);
            Tensor az = gates.piece("z", (2 * t + 1) * units, row);
            Tensor an = Steps.at(candidates, t);
            Tensor before = time.state(t - 1);
            Tensor earlier = time.gradient(t - 1);
            recur[t] = place.productAdd(zt, before, u, Form.ABT);
            recurNew[t] = place.product(hnt, before, un, Form.ABT);
            cell[t] = place.sweep(GruCell::forward, new Tensor[] {ar, az, an, zr, zz, znt, hnt, time.state(t)}, zr, zz,
                    znt, hnt, before, innerBias);
            uncell[t] = place.sweep(GruCell::backward, new Tensor[] {zr, zz, znt, hnt, earlier}, zr, zz, znt, hnt,
                    earlier, ar, az, an, before, time.gradient(t));
            back[t] = place.productAdd(earlier, zt, u, Form.AB);
            backNew[t] = place.productAdd(earlier, hnt, un, Form.AB);
        }
        Tensor du = place.gradient("weight_hh");
        Tensor dw = place.gradient("weight_ih");
        boolean down = place.needsInputGradient(0);
        last = new Product[] {
                place.product(part(du, 0, 2 * units, units), z, time.before(), Form.ATB),
                place.product(part(du, 2 * units, units, units), hn, time.before(), Form.ATB),
                place.product(part(dw, 0, 2 * units, in), z, x, Form.ATB),
                place.product(part(dw, 2 * units, units, in), zn, x, Form.ATB),
                down ? place.product(place.inputGradient(0), z, w, Form.AB) : Product.NONE,
                down ? place.productAdd(place.inputGradient(0), zn, wn, Form.AB) : Product.NONE};
        sums = useBias ? sums(place, z, zn, hn, place.gradient("bias"), units) : new Sweep[0];
    }

    private static Sweep[] addBias(Place place, Tensor z, Tensor zn, Tensor bias, int units) {
        return new Sweep[] {add(place, z, bias.piece("b", 0, Shape.of(2 * units))),
                add(place, zn, bias.piece("b_in", 2 * units, Shape.of(units)))};
    }

    private static Sweep[] sums(Place place, Tensor z, Tensor zn, Tensor hn, Tensor db, int units) {
        return new Sweep[] {place.columnSums(db.piece("db", 0, Shape.of(2 * units)), z),
                place.columnSums(db.piece("db_in", 2 * units, Shape.of(units)), zn),
                place.columnSums(place.gradient("bias_hn"), hn)};
    }

    /** Some rows of a parameter of several gates. */
    private static Tensor part(Tensor of, int fromRow, int rows, int columns) {
        return of.piece(of.name(), fromRow * columns, Shape.of(rows, columns));
    }

    private static Sweep add(Place place, Tensor z, Tensor bias) {
        return place.sweep((w, r, n) -> Tiles.add(r[0], r[1], w[0], n), new Tensor[] {z}, z, bias);
    }

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        for (int k = 0; k < 2; k++) {
            input[k].run(rows);
            addBias[k].run(rows);
        }
        for (int t = 0; t < steps; t++) {
            recur[t].run(rows);
            recurNew[t].run(rows);
            cell[t].run(rows);
            time.clearPadding(t, pass);
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
        }
        time.endBackward(pass);
        for (Product product : last) {
            product.run(rows);
        }
        for (Sweep sum : sums) {
            sum.run(rows);
        }
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
