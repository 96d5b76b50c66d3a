package dev.headwater.core.engine;

import dev.headwater.core.layer.Dense;
import dev.headwater.core.network.ReadOut;
import dev.headwater.core.tensor.Tensor;
import java.util.Map;

/**
 * The closed form fit of a network's read-out: examples go forward as training sees them, what the read-out reads is
 * collected after the washout, and {@link #solve} puts the weights into the model. All sums are in double, in the order
 * of the examples.
 */
public final class Ridge {
    private final Model model;
    private final ReadOut readOut;
    private final boolean useBias;
    private final int columns;
    private final int answers;
    private final LeastSquares squares;
    private final float[] state;

    /**
     * A fit that has seen nothing yet.
     *
     * @param alpha how strongly large weights, the bias among them, are punished
     */
    public Ridge(Model model, ReadOut readOut, double alpha) {
        this.model = model;
        this.readOut = readOut;
        Dense dense = (Dense) readOut.node().layer();
        useBias = dense.useBias();
        answers = dense.units();
        columns = model.parts()[0].output(readOut.from()).columns();
        state = new float[columns];
        squares = new LeastSquares(columns + (useBias ? 1 : 0), answers, alpha);
    }

    /**
     * Collects the states and targets of some examples, at most the model's batch.
     *
     * @param lengths how many steps of each example count; {@code null} if all do
     * @return how many steps were collected so far
     * @throws Diverged if a state is not finite
     */
    public long add(float[] inputs, float[] targets, int[] lengths, int rows) {
        model.harvest(inputs, targets, lengths, rows);
        int steps = readOut.steps();
        for (PartPlan part : model.parts()) {
            Tensor x = part.output(readOut.from());
            Tensor y = part.target(0);
            for (int example = 0; example < part.pass().rows(); example++) {
                for (int t = readOut.washout(); t < part.pass().length(example, steps); t++) {
                    collect(x, y, example * steps + t);
                }
            }
        }
        return squares.rows();
    }

    private void collect(Tensor x, Tensor y, int row) {
        double[] next = squares.next();
        double sum = 0;
        x.data().get(row * columns, state);
        for (int i = 0; i < columns; i++) {
            next[i] = state[i];
            sum += next[i];
        }
        if (!Double.isFinite(sum)) {
            throw new Diverged(model.step(), readOut.node().id(), "the values it reads", Diverged.Phase.FORWARD,
                    Float.NaN);
        }
        int at = columns;
        if (useBias) {
            next[at++] = 1;
        }
        for (int i = 0; i < answers; i++) {
            next[at + i] = y.data().get(row * answers + i);
        }
        squares.add();
    }

    /**
     * Finds the weights, puts them into the model and goes to the next step. To be called once.
     *
     * @throws IllegalStateException if no step was collected, or the weights do not fit into a float
     */
    public void solve() {
        if (squares.rows() == 0) {
            throw new IllegalStateException("no step was left to fit the read-out to; make recipe.fit.washout smaller");
        }
        double[][] w;
        try (squares) {
            w = squares.solve();
        }
        Map<String, Tensor> tensors = model.tensors();
        String id = readOut.node().id();
        Tensor weight = tensors.get(id + "/weight");
        for (int unit = 0; unit < answers; unit++) {
            for (int i = 0; i < columns; i++) {
                weight.data().put(unit * columns + i, fitting(w[i][unit]));
            }
            if (useBias) {
                tensors.get(id + "/bias").data().put(unit, fitting(w[columns][unit]));
            }
        }
        model.resumeAt(model.step() + 1);
    }

    private static float fitting(double weight) {
        if (!Float.isFinite((float) weight)) {
            throw new IllegalStateException("the fit of the read-out has a weight of " + weight
                    + "; make recipe.fit.alpha larger");
        }
        return (float) weight;
    }
}
