package dev.headwater.benchmarks.workload;

import java.util.List;

/** The workloads, in the order of the report. */
public final class Workloads {
    /** All of them. */
    public static final List<Workload> ALL = List.of(new Mlp("mlp10x128-tanh", "tanh", 10, 128, 0.1),
            new Mlp("mlp10x128-relu", "relu", 10, 128, 0.05), new Mlp("mlp50x256-tanh", "tanh", 50, 256, 0.02),
            new Lstm("lstm128", 100, 128), new ResNet("resnet20"), new Reservoir("esn1000", 1_000, 2_000),
            new Transformer("transformer128", 64, 128, 4, 512), new ReZero("rezero1000", 1_000, 64));

    private Workloads() {
    }

    /** The workload of this name; {@code null} if there is none. */
    public static Workload of(String name) {
        return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst().orElse(null);
    }

    /** All names. */
    public static List<String> names() {
        return ALL.stream().map(Workload::name).toList();
    }
}
