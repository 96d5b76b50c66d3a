package dev.headwater.benchmarks.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Reservoir;
import dev.headwater.benchmarks.workload.Task;
import java.util.Arrays;

/**
 * An echo state network in libtorch: x(t) = tanh(w u(t) + b + W x(t − 1)), and the read-out by normal equations in double.
 * DJL has no solver, so the matrix is inverted.
 */
final class TorchReservoir implements Contender {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Reservoir net;
    private final float[] u;
    private final NDArray input;
    private final NDArray recurrent;
    private final NDArray bias;
    private final NDArray targets;
    private final NDArray punishment;
    private NDManager scope;
    private NDArray states;
    private NDArray weights;

    TorchReservoir(Reservoir net, Task task) {
        this.net = net;
        int units = net.units();
        u = task.inputs();
        input = manager.create(task.start("echo/weight_ih"));
        recurrent = manager.create(task.start("echo/weight_hh"), new Shape(units, units));
        bias = manager.create(task.start("echo/bias"));
        int from = Reservoir.WASHOUT;
        targets = manager.create(Arrays.copyOfRange(task.targets(), from, net.time()), new Shape(net.time() - from, 1))
                .toType(DataType.FLOAT64, false);
        punishment = manager.eye(units).toType(DataType.FLOAT64, false).mul(Reservoir.ALPHA);
    }

    @Override
    public void step() {
        endScope();
        scope = manager.newSubManager();
        input.attach(scope);
        recurrent.attach(scope);
        NDList harvest = new NDList();
        NDArray x = null;
        for (int t = 0; t < net.time(); t++) {
            NDArray z = input.mul(u[t]).addi(bias);
            x = (x == null ? z : z.addi(recurrent.matMul(x))).tanh();
            if (t >= Reservoir.WASHOUT) {
                harvest.add(x);
            }
        }
        states = NDArrays.stack(harvest).toType(DataType.FLOAT64, false);
        NDArray turned = states.transpose();
        weights = turned.matMul(states).addi(punishment).inverse().matMul(turned.matMul(targets));
        input.attach(manager);
        recurrent.attach(manager);
    }

    @Override
    public double loss() {
        return states.matMul(weights).sub(targets).square().mean().getDouble();
    }

    private void endScope() {
        if (scope != null) {
            scope.close();
        }
    }

    @Override
    public void close() {
        endScope();
        manager.close();
    }
}
