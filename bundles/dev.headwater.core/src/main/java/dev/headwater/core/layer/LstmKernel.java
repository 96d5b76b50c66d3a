package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/** The arithmetic of an {@link LSTM}: one product for the inputs of all steps, then step by step a product and a sweep. */
final class LstmKernel implements Kernel {
    private static final int GATES = LstmCell.GATES;

    private final Unrolling time;
    private final int steps;
    private final Tensor cellSlopes;
    private final Tensor cellGradients;
    private final Product input;
    private final Product[] recur;
    private final Sweep[] cell;
    private final Product[] project;
    private final Product[] unproject;
    private final Sweep[] uncell;
    private final Product[] back;
    private final Product du;
    private final Product dw;
    private final Product dr;
    private final Product dx;
    private final Sweep db;
    private final Sweep dp;

    LstmKernel(LSTM layer, Place place, Unrolling time) {
        this.time = time;
        steps = time.steps();
        boolean projects = layer.projection() > 0;
        Shape row = Shape.of(layer.units());
        Shape all = Shape.of(steps, layer.units());
        Tensor x = place.input(0);
        Tensor w = place.parameter("weight_ih");
        Tensor u = place.parameter("weight_hh");
        Tensor r = projects ? place.parameter("weight_hr") : null;
        Tensor[] p = layer.peepholes()
                ? Peepholes.NAMES.stream().map(place::parameter).toArray(Tensor[]::new) : new Tensor[0];
        Tensor z = place.scratch("gateGradient", Shape.of(steps, GATES * layer.units())); // z, then slopes, then dz
        Tensor gates = place.scratch("gate", z.shape());
        Tensor cells = place.scratch("cell", all);
        Tensor bent = place.scratch("bentCell", all);
        cellSlopes = place.scratch("cellSlope", all);
        cellGradients = place.scratch("cellGradient", all);
        Tensor firstCell = place.scratch("initialCell", row);
        Tensor firstCellGradient = place.scratch("initialCellGradient", row);
        Tensor beyond = place.scratch("lastCellGradient", row); // what arrives after the last step: zeros
        Tensor open = projects ? place.scratch("unprojected", all) : null; // o ⊙ tanh(c) where that is not h yet
        Tensor opened = projects ? place.scratch("unprojectedGradient", row) : null;
        input = place.product(z, x, w, Form.ABT);
        Tensor[] b = layer.useBias() ? gates(place.parameter("bias"), 0, row) : new Tensor[0];
        recur = new Product[steps];
        cell = new Sweep[steps];
        project = new Product[steps];
        unproject = new Product[steps];
        uncell = new Sweep[steps];
        back = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = Steps.at(z, t);
            Tensor[] zs = gates(z, t, row);
            Tensor[] as = gates(gates, t, row);
            Tensor h = projects ? Steps.at(open, t) : time.state(t);
            Tensor dh = projects ? opened : time.gradient(t);
            Tensor before = t == 0 ? firstCell : Steps.at(cells, t - 1);
            Tensor bentCell = Steps.at(bent, t);
            Tensor slope = Steps.at(cellSlopes, t);
            Tensor dc = Steps.at(cellGradients, t);
            Tensor later = t + 1 == steps ? beyond : dc;
            Tensor earlier = t == 0 ? firstCellGradient : Steps.at(cellGradients, t - 1);
            recur[t] = place.productAdd(zt, time.state(t - 1), u, Form.ABT);
            cell[t] = place.sweep(layer.useBias() ? LstmCell::forwardWithBias : LstmCell::forward, join(as, zs, Steps.at(
                    cells, t), bentCell, slope, h), join(zs, join(p, new Tensor[] {before}), b));
            project[t] = projects ? place.product(time.state(t), h, r, Form.ABT) : Product.NONE;
            unproject[t] = projects ? place.product(opened, time.gradient(t), r, Form.AB) : Product.NONE;
            uncell[t] = place.sweep(LstmCell::backward, join(zs, new Tensor[0], dc, earlier),
                    join(zs, join(as, p), dh, later, before, bentCell, slope));
            back[t] = place.productAdd(time.gradient(t - 1), zt, u, Form.AB);
        }
        du = place.product(place.gradient("weight_hh"), z, time.before(), Form.ATB);
        dw = place.product(place.gradient("weight_ih"), z, x, Form.ATB);
        dr = projects ? place.product(place.gradient("weight_hr"), time.gradients(), open, Form.ATB) : Product.NONE;
        dx = place.needsInputGradient(0) ? place.product(place.inputGradient(0), z, w, Form.AB) : Product.NONE;
        db = layer.useBias() ? place.columnSums(place.gradient("bias"), z) : Sweep.NONE;
        dp = p.length > 0 ? Peepholes.gradients(place, z, cells, firstCell) : Sweep.NONE;
    }

    private static Tensor[] gates(Tensor sequence, int t, Shape row) {
        Tensor[] pieces = new Tensor[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            pieces[gate] = sequence.piece(sequence.name() + gate, (t * GATES + gate) * row.size(), row);
        }
        return pieces;
    }

    private static Tensor[] join(Tensor[] first, Tensor[] second, Tensor... third) {
        Tensor[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        input.run(rows);
        for (int t = 0; t < steps; t++) {
            recur[t].run(rows);
            cell[t].run(rows);
            project[t].run(rows);
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
            unproject[t].run(rows);
            uncell[t].run(rows);
            back[t].run(rows);
            time.restore(t, cellGradients, pass);
        }
        time.endBackward(pass);
        du.run(rows);
        dw.run(rows);
        dr.run(rows);
        db.run(rows);
        dp.run(rows);
        dx.run(rows);
    }

    /** tanh'(c): where it is nearly 0 the cell is saturated. */
    @Override
    public Tensor slope() {
        return cellSlopes;
    }

    @Override
    public Tensor throughTime() {
        return time.gradients();
    }
}
