package dev.headwater.benchmarks.product;

import dev.headwater.benchmarks.workload.Reservoir;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.core.engine.Model;
import dev.headwater.core.engine.Prediction;
import dev.headwater.core.engine.Ridge;
import dev.headwater.core.network.ReadOut;
import dev.headwater.core.network.Fit.RidgeFit;

/** The product's fit of a read-out in closed form. A step is the whole of it: harvest and solution. */
final class HeadwaterRidge implements Ours {
    private final Reservoir net;
    private final Task task;
    private final Sketch sketch;
    private final Model model;
    private final RidgeFit fit;
    private final ReadOut readOut;

    HeadwaterRidge(Reservoir net, Task task) {
        this.net = net;
        this.task = task;
        sketch = Sketch.of(net, Statistics.OFF, task.batch());
        fit = (RidgeFit) sketch.recipe().fit();
        readOut = ReadOut.of(sketch.graph(), fit);
        model = new Model(sketch.graph(), sketch.recipe(), task.batch(), 1, 1);
        restart();
    }

    /** The drawn weights are copied: the spectral radius of a reservoir takes longer to find than its fit. */
    @Override
    public void restart() {
        model.tensors().forEach((path, tensor) -> tensor.data().put(0, task.start(path)));
    }

    @Override
    public void step() {
        Ridge ridge = new Ridge(model, readOut, fit.alpha());
        ridge.add(task.inputs(), task.targets(), null, 1);
        ridge.solve();
    }

    /** The mean square error on the steps of the fit. */
    @Override
    public double loss() {
        float[] answers = new float[net.time()];
        new Prediction(model, sketch.graph()).run(task.inputs(), 1, answers);
        double sum = 0;
        for (int t = Reservoir.WASHOUT; t < net.time(); t++) {
            double error = answers[t] - task.targets()[t];
            sum += error * error;
        }
        return sum / (net.time() - Reservoir.WASHOUT);
    }

    @Override
    public double work() {
        return new Work(sketch.graph()).ridge(net.units(), net.time() - Reservoir.WASHOUT);
    }

    @Override
    public long nativeBytes() {
        return model.bytes();
    }

    @Override
    public long needed() {
        return Need.ridge(sketch, net.units());
    }

    @Override
    public void close() {
        model.close();
    }
}
