package dev.headwater.launching.process;

import dev.headwater.launching.runtime.JavaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the process that trains is started. It gets its class path by environment: there a path may contain whatever a
 * path can, and nothing has to be quoted.
 *
 * @param java what it runs on
 * @param classPath its jars and folders
 * @param memory how much it may use
 * @param network the network file, absolute
 * @param folder the run's folder, which it makes
 * @param overrides {@code path=value} each
 */
public record ChildCommand(JavaRuntime java, List<Path> classPath, Memory memory, Path network, Path folder,
        List<String> overrides) {
    private static final String CORETYPE = "OPENBLAS_CORETYPE";
    private static final String MAIN = "dev.headwater.trainer.Main";
    /** From here on the JVM warns of what JavaCPP does to read memory. */
    private static final int WARNS_OF_UNSAFE = 23;

    /** Copies the lists. */
    public ChildCommand {
        classPath = List.copyOf(classPath);
        overrides = List.copyOf(overrides);
    }

    /** The words of the command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(java.program().toString());
        words.add("-Xmx" + memory.heap() + "m");
        words.add("-Dorg.bytedeco.javacpp.maxbytes=" + memory.offHeap() + "m");
        words.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + memory.process() + "m");
        words.add("--enable-native-access=ALL-UNNAMED");
        if (java.feature() >= WARNS_OF_UNSAFE) {
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:+DisplayVMOutputToStderr", "-Xlog:disable",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + CrashReport.pattern(folder),
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dfile.encoding=UTF-8"));
        words.addAll(List.of(MAIN, "train", network.toString(), "--lifeline", "--out", folder.toString()));
        overrides.forEach(override -> words.addAll(List.of("--set", override)));
        return words;
    }

    /**
     * What the environment has besides the IDE's own.
     *
     * @throws IOException if the class path cannot be written down
     */
    public Map<String, String> environment() throws IOException {
        // OpenMP's threads would only fight with the trainer's own.
        return Map.of("CLASSPATH", TrainerClassPath.text(classPath), "OMP_NUM_THREADS", "1");
    }

    /**
     * Starts it in the network's folder, to which data files of overrides are relative.
     *
     * @param ignoresCoretype whether it does not see {@code OPENBLAS_CORETYPE}, so that OpenBLAS chooses its kernel
     * @throws IOException if it cannot be started
     */
    public Process start(boolean ignoresCoretype) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words());
        change(builder.environment(), ignoresCoretype);
        return builder.directory(network.getParent().toFile()).start();
    }

    /** Makes the child's environment of the IDE's. */
    void change(Map<String, String> inherited, boolean ignoresCoretype) throws IOException {
        inherited.putAll(environment());
        if (ignoresCoretype) {
            inherited.remove(CORETYPE);
        }
    }
}
