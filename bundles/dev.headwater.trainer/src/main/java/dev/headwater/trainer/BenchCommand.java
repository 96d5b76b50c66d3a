package dev.headwater.trainer;

import dev.headwater.trainer.input.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How fast a training step is, beside other libraries. The measuring is no part of the product: a checkout's script
 * compiles it and gives it to this command, which knows only what can be asked for.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Measures how long a training step takes, what watching the gradients adds, and how long Deeplearning4j and"
                + " libtorch (through DJL) take for the same step. They are fetched from Maven Central when this is run"
                + " first, about 240 MB. Exit code 1 if the losses of two libraries differ.",
        ""})
public final class BenchCommand implements Callable<Integer> {
    /** What measures. */
    @FunctionalInterface
    public interface Body {
        /**
         * Measures, and gives the exit code.
         *
         * @throws Exception if it cannot
         */
        int run(BenchCommand asked) throws Exception;
    }

    private final Body body;

    @Parameters(paramLabel = "WORKLOAD", arity = "0..*", description = "What to measure (default: all): mlp10x128-tanh, mlp10x128-relu, mlp50x256-tanh, lstm128, resnet20, esn1000, transformer128, rezero1000; or start, the time until the first step.")
    private List<String> workloads = List.of();

    @Option(names = "--quick", description = "For a look: less than a tenth of the time, and less to rely on.")
    private boolean quick;

    @Option(names = "--no-peers", description = "Headwater alone; nothing is fetched.")
    private boolean noPeers;

    @Option(names = "--kernels", description = "Single operations instead of whole steps, with JMH.")
    private boolean kernels;

    @Option(names = "--keep-coretype", description = "Leave OPENBLAS_CORETYPE as it is set; else it is removed, so that OpenBLAS chooses its kernels by the processor.")
    private boolean keepCoretype;

    @Option(names = "--out", paramLabel = "DIR", description = "Where bench.json and bench.md are put (default: target/benchmarks of the checkout).")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchCommand() {
        this(asked -> {
            throw Failure.input("the benchmarks are run by the script ./headwater of a checkout");
        });
    }

    /** The command with what measures. */
    public BenchCommand(Body body) {
        this.body = body;
    }

    @Override
    public Integer call() throws Exception {
        return body.run(this);
    }

    /** What to measure, by name; empty for all. */
    public List<String> workloads() {
        return List.copyOf(workloads);
    }

    /** Whether a look is enough. */
    public boolean quick() {
        return quick;
    }

    /** Whether other libraries are measured too. */
    public boolean peers() {
        return !noPeers;
    }

    /** Whether single operations are measured in place of steps. */
    public boolean kernels() {
        return kernels;
    }

    /** Whether the user's choice of OpenBLAS's kernels holds; the script has seen to it. */
    public boolean keepCoretype() {
        return keepCoretype;
    }

    /** Where to put the files; {@code null} if not said. */
    public Path out() {
        return out;
    }

    /** Whether to print JSON. */
    public boolean json() {
        return json;
    }
}
