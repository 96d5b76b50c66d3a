package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;

/**
 * The arithmetic of an {@link LSTM}: products for the inputs of many steps at once, and step by step one for the state
 * and a sweep. What belongs to a step lies together ({@link Timeline}).
 */
final class LstmKernel implements Kernel {
    private static final int GATES = LstmCell.GATES;

    private final Unrolling time;
    private final Place place;
    private final int steps;
    private final boolean whole;
    private final Timeline x;
    private final Timeline h;
    /** z, then what {@link LstmCell} makes of it, then dz. */
    private final Timeline gates;
    private final Timeline dx;
    private final Timeline cells;
    private final Timeline cellGradients;
    private final Tensor cellSlopes;
    private final Sweep begin;
    private final StepProducts input;
    private final Product[] recur;
    private final Sweep[] cell;
    private final Product[] project;
    private final Sweep[] leave;
    private final Product[] unproject;
    private final Sweep[] uncell;
    private final Product[] back;
    private final StepProducts du;
    private final StepProducts dw;
    private final StepProducts db;
    private final StepProducts dxs;
    private final Product dr;
    private final Sweep dp;

    LstmKernel(LSTM layer, Place place, Unrolling time) {
        this.time = time;
        this.place = place;
        steps = time.steps();
        whole = layer.returnSequences();
        int units = layer.units();
        boolean projects = layer.projection() > 0;
        boolean down = place.needsInputGradient(0);
        Shape row = Shape.of(units);
        int in = place.input(0).columns();
        int out = projects ? layer.projection() : units;
        Tensor r = projects ? place.parameter("weight_hr") : null;
        Tensor[] p = layer.peepholes()
                ? Peepholes.NAMES.stream().map(place::parameter).toArray(Tensor[]::new) : new Tensor[0];
        Tensor w = place.parameter("weight_ih");
        Tensor u = place.parameter("weight_hh");
        Tensor[] b = layer.useBias() ? gates(place.parameter("bias"), row) : new Tensor[0];
        x = new Timeline(place, "inputs", steps, in);
        h = new Timeline(place, "states", steps + 1, out); // from the one before the first step on
        gates = new Timeline(place, "gate", steps, GATES * units);
        Timeline candidateSlopes = new Timeline(place, "candidateSlope", steps, units);
        cells = new Timeline(place, "cell", steps + 1, units); // from the one before the first step on
        cellGradients = new Timeline(place, "cellGradient", 2, units); // of this step and the one before
        Timeline bent = new Timeline(place, "bentCell", steps, units);
        Tensor open = projects ? place.scratch("unprojected", Shape.of(steps, units)) : null; // o ⊙ tanh(c), not h yet
        cellSlopes = place.scratch("cellSlope", Shape.of(steps, units));
        Tensor beyond = place.scratch("lastCellGradient", row); // what arrives after the last step: zeros
        Tensor opened = projects ? place.scratch("unprojectedGradient", row) : null;
        dx = down ? new Timeline(place, "inputGradient", steps, in) : null;
        begin = copy(place, h.at(0), time.state(-1));
        input = StepProducts.each(place, steps, gates, x, w, Form.ABT);
        recur = new Product[steps];
        cell = new Sweep[steps];
        project = new Product[steps];
        leave = new Sweep[steps];
        unproject = new Product[steps];
        uncell = new Sweep[steps];
        back = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = gates.at(t);
            Tensor[] zs = gates(zt, row);
            Tensor made = projects ? Steps.at(open, t) : h.at(t + 1);
            Tensor dh = projects ? opened : time.gradient(t);
            Tensor slope = Steps.at(cellSlopes, t);
            Tensor later = t + 1 == steps ? beyond : cellGradients.at((t + 1) % 2);
            cell[t] = place.sweep(layer.useBias() ? LstmCell::forwardWithBias : LstmCell::forward,
                    join(zs, candidateSlopes.at(t), cells.at(t + 1), bent.at(t), slope, made),
                    join(join(zs, cells.at(t)), join(p, b)));
            project[t] = projects ? place.product(h.at(t + 1), made, r, Form.ABT) : Product.NONE;
            leave[t] = whole ? copy(place, Steps.at(place.output(), t), h.at(t + 1)) : Sweep.NONE;
            unproject[t] = projects ? place.product(opened, time.gradient(t), r, Form.AB) : Product.NONE;
            uncell[t] = place.sweep(LstmCell::backward, join(zs, cellGradients.at(t % 2)),
                    join(join(zs, candidateSlopes.at(t), cells.at(t), bent.at(t), slope, dh, later), p));
            recur[t] = place.productAdd(zt, h.at(t), u, Form.ABT);
            back[t] = place.productAdd(time.gradient(t - 1), zt, u, Form.AB);
        }
        du = StepProducts.sum(place, steps, place.gradient("weight_hh"), gates, h);
        dw = StepProducts.sum(place, steps, place.gradient("weight_ih"), gates, x);
        db = layer.useBias() ? StepProducts.columnSums(place, steps, place.gradient("bias"), gates) : StepProducts.NONE;
        dxs = down ? StepProducts.each(place, steps, dx, gates, w, Form.AB) : StepProducts.NONE;
        dr = projects ? place.product(place.gradient("weight_hr"), time.gradients(), open, Form.ATB) : Product.NONE;
        dp = p.length > 0 ? Peepholes.gradients(place, gates(gates.all(0, steps), row), cells, steps) : Sweep.NONE;
    }

    private static Tensor[] gates(Tensor all, Shape each) {
        Tensor[] pieces = new Tensor[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            pieces[gate] = all.piece(all.name() + gate, gate * each.size(), each);
        }
        return pieces;
    }

    private static Sweep copy(Place place, Tensor to, Tensor from) {
        return place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {to}, from);
    }

    private static Tensor[] join(Tensor[] first, Tensor... second) {
        Tensor[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        x.take(place.input(0), pass);
        begin.run(rows);
        for (int t = 0; t < steps; t++) {
            input.run(t, x.rows());
            recur[t].run(rows);
            cell[t].run(rows);
            project[t].run(rows);
            clearPadding(t, pass);
            leave[t].run(rows);
        }
        if (!whole) {
            lastState(pass);
        }
    }

    private void clearPadding(int t, Pass pass) {
        for (int example = 0; pass.padded() && example < pass.rows(); example++) {
            if (t >= pass.length(example, steps)) {
                h.clear(t + 1, example);
            }
        }
    }

    /** The output where it is the last state that counts; zeros where none does. */
    private void lastState(Pass pass) {
        Tensor y = place.output();
        for (int example = 0; example < pass.rows(); example++) {
            int length = pass.length(example, steps);
            if (length > 0) {
                h.copy(length, example, y);
            } else {
                Steps.clear(y, 0, 1, y.columns(), example);
            }
        }
    }

    @Override
    public void backward(Pass pass) {
        int rows = pass.rows();
        time.beginBackward(pass);
        h.clearRest(0, steps + 1, pass);
        cells.clearRest(0, steps + 1, pass);
        x.clearRest(0, steps, pass);
        for (int t = steps - 1; t >= 0; t--) {
            time.keep(t, pass);
            unproject[t].run(rows);
            uncell[t].run(rows);
            back[t].run(rows);
            time.restore(t, cellGradients, pass);
            gates.clearRest(t, 1, pass);
            du.run(t, x.rows());
            dw.run(t, x.rows());
            db.run(t, x.rows());
            dxs.run(t, x.rows());
        }
        dr.run(rows);
        dp.run(steps * x.rows());
        if (dx != null) {
            dx.give(place.inputGradient(0), pass);
        }
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
