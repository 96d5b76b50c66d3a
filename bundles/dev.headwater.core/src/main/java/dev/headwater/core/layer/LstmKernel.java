package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/**
 * The arithmetic of an {@link LSTM}: products for the inputs of many steps at once, and step by step one for the state
 * and a sweep. What belongs to a step lies together ({@link Timeline}).
 */
final class LstmKernel implements Kernel {
    private static final int GATES = LstmCell.GATES;

    private final Unrolling time;
    private final int steps;
    /** z, then what {@link LstmCell} makes of it, then dz. */
    private final Timeline gates;
    private final Timeline cells;
    private final Timeline cellGradients;
    private final Tensor cellSlopes;
    private final Transposed turned;
    private final StepProducts input;
    private final Product[] recur;
    private final Sweep[] cell;
    private final Product[] project;
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
        steps = time.steps();
        int units = layer.units();
        boolean projects = layer.projection() > 0;
        Shape row = Shape.of(units);
        Tensor r = projects ? place.parameter("weight_hr") : null;
        Tensor[] p = layer.peepholes()
                ? Peepholes.NAMES.stream().map(place::parameter).toArray(Tensor[]::new) : new Tensor[0];
        Tensor w = place.parameter("weight_ih");
        Tensor u = place.parameter("weight_hh");
        Tensor[] b = layer.useBias() ? gates(place.parameter("bias"), row) : new Tensor[0];
        gates = new Timeline(place, "gate", steps, GATES * units);
        Timeline candidateSlopes = new Timeline(place, "candidateSlope", steps, units);
        cells = new Timeline(place, "cell", steps + 1, units); // from the one before the first step on
        cellGradients = new Timeline(place, "cellGradient", 2, units); // of this step and the one before
        Timeline bent = new Timeline(place, "bentCell", steps, units);
        Tensor open = projects ? place.scratch("unprojected", Shape.of(steps, units)) : null; // o ⊙ tanh(c), not h yet
        cellSlopes = place.scratch("cellSlope", Shape.of(steps, units));
        Tensor beyond = place.scratch("lastCellGradient", row); // what arrives after the last step: zeros
        Tensor opened = projects ? place.scratch("unprojectedGradient", row) : null;
        turned = new Transposed(place, "weight_hh-turned", u);
        input = StepProducts.each(place, steps, gates, time.inputs(), w, Form.ABT);
        recur = new Product[steps];
        cell = new Sweep[steps];
        project = new Product[steps];
        unproject = new Product[steps];
        uncell = new Sweep[steps];
        back = new Product[steps];
        for (int t = 0; t < steps; t++) {
            Tensor zt = gates.at(t);
            Tensor[] zs = gates(zt, row);
            Tensor made = projects ? Steps.at(open, t) : time.state(t);
            Tensor dh = projects ? opened : time.gradient(t);
            Tensor slope = Steps.at(cellSlopes, t);
            Tensor later = t + 1 == steps ? beyond : cellGradients.at((t + 1) % 2);
            cell[t] = place.sweep(layer.useBias() ? LstmCell::forwardWithBias : LstmCell::forward,
                    Steps.join(zs, candidateSlopes.at(t), cells.at(t + 1), bent.at(t), slope, made),
                    Steps.join(Steps.join(zs, cells.at(t)), Steps.join(p, b)));
            project[t] = projects ? place.product(time.state(t), made, r, Form.ABT) : Product.NONE;
            unproject[t] = projects ? place.product(opened, time.gradient(t), r, Form.AB) : Product.NONE;
            uncell[t] = place.sweep(LstmCell::backward, Steps.join(zs, cellGradients.at(t % 2)),
                    Steps.join(Steps.join(zs, candidateSlopes.at(t), cells.at(t), bent.at(t), slope, dh, later), p));
            recur[t] = place.productAdd(zt, time.before(t), turned.matrix(), Form.AB);
            back[t] = place.productAdd(time.gradient(t - 1), zt, u, Form.AB);
        }
        du = StepProducts.sum(place, steps, place.gradient("weight_hh"), gates, time.states());
        dw = StepProducts.sum(place, steps, place.gradient("weight_ih"), gates, time.inputs());
        db = layer.useBias() ? StepProducts.columnSums(place, steps, place.gradient("bias"), gates) : StepProducts.NONE;
        dxs = place.needsInputGradient(0) ? StepProducts.each(place, steps, time.inputGradients(), gates, w, Form.AB)
                : StepProducts.NONE;
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

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        time.beginForward(pass);
        turned.refresh();
        for (int t = 0; t < steps; t++) {
            input.run(t, time.rows());
            recur[t].run(rows);
            cell[t].run(rows);
            project[t].run(rows);
            time.left(t, pass);
        }
        time.endForward(pass);
    }

    @Override
    public void backward(Pass pass) {
        int rows = pass.rows();
        time.beginBackward(pass);
        cells.clearRest(0, steps + 1, pass);
        for (int t = steps - 1; t >= 0; t--) {
            time.keep(t, pass);
            unproject[t].run(rows);
            uncell[t].run(rows);
            back[t].run(rows);
            time.restore(t, cellGradients, pass);
            gates.clearRest(t, 1, pass);
            du.run(t, time.rows());
            dw.run(t, time.rows());
            db.run(t, time.rows());
            dxs.run(t, time.rows());
        }
        dr.run(rows);
        dp.run(steps * time.rows());
        time.endBackward(pass);
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
