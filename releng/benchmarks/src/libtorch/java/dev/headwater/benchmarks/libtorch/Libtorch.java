package dev.headwater.benchmarks.libtorch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.Lstm;
import dev.headwater.benchmarks.workload.Mlp;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.benchmarks.workload.Reservoir;
import dev.headwater.benchmarks.workload.ResNet;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Transformer;
import java.util.Optional;

/** PyTorch's library without Python. */
public final class Libtorch implements Library {
    private final Engine engine = Engine.getEngine("PyTorch");

    /** The library, loaded. */
    public Libtorch() {
        useThreads(1);
    }

    @Override
    public String key() {
        return "libtorch";
    }

    @Override
    public String description() {
        return "libtorch " + engine.getVersion() + " through DJL "
                + Engine.getDjlVersion();
    }

    @Override
    public Optional<Contender> contender(Task task) {
        return switch (task.workload()) {
            case Mlp mlp -> Optional.of(TorchMlp.of(mlp, task));
            case Lstm lstm -> Optional.of(TorchLstm.of(lstm, task));
            case ResNet net -> Optional.of(TorchResNet.of(net, task));
            case Reservoir reservoir -> Optional.of(new TorchReservoir(reservoir, task));
            case Transformer transformer -> Optional.of(TorchTransformer.of(transformer, task));
            case ReZero reZero -> Optional.of(TorchReZero.of(reZero, task));
        };
    }

    @Override
    public boolean useThreads(int threads) {
        JniUtils.setNumThreads(threads);
        return true;
    }
}
