package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Race;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long {@code ./headwater train} takes until it steps, against a bare JVM that runs one operation of ND4J, whole
 * processes in turn. The moment of the first step is the time that the run's events say it started.
 */
final class Start {
    private static final int RUNS = 9;
    private static final int RUNS_FOR_A_LOOK = 3;
    private static final String EXAMPLE = "bundles/dev.headwater.examples/examples/xor.headwater";

    private final Path home = Path.of(System.getProperty("headwater.home"));
    private final Path place;

    private Start(Path place) {
        this.place = place;
    }

    /** Measures. */
    static Json.Obj run(boolean quick) throws IOException, InterruptedException {
        System.err.println("headwater: start ...");
        Path place = Files.createTempDirectory("headwater-start");
        try {
            return new Start(place).medians(quick ? RUNS_FOR_A_LOOK : RUNS);
        } finally {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Json.Obj medians(int runs) throws IOException, InterruptedException {
        double[] first = new double[runs];
        double[] whole = new double[runs];
        double[] operation = new double[runs];
        train(place.resolve("unpacked"));
        operation();
        for (int i = 0; i < runs; i++) {
            double[] times = train(place.resolve("run" + i));
            first[i] = times[0];
            whole[i] = times[1];
            operation[i] = operation();
        }
        double firstStep = Race.median(first);
        double bare = Race.median(operation);
        return Json.object().put("firstStepMs", firstStep).put("trainMs", Race.median(whole))
                .put("oneOperationMs", bare).put("ratio", firstStep / bare).build();
    }

    /** Milliseconds to the first step and to the end. */
    private double[] train(Path run) throws IOException, InterruptedException {
        Instant began = Instant.now();
        double whole = process(List.of(home.resolve("headwater").toString(), "train", home.resolve(EXAMPLE)
                .toString(), "--epochs", "1", "--quiet", "--out", run.toString()));
        String event = Files.readAllLines(run.resolve("events.jsonl")).getFirst();
        Json.Obj started = (Json.Obj) JsonReader.read("events.jsonl", event.getBytes(StandardCharsets.UTF_8));
        Instant stepped = Instant.parse(started.text("time", ""));
        return new double[] {(stepped.toEpochMilli() - began.toEpochMilli()), whole};
    }

    private static double operation() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.cachedir="
                        + Path.of(System.getProperty("headwater.benchmarks.folder"), "natives", "bare"), "-cp",
                System.getProperty("headwater.benchmarks.product"), OneOperation.class.getName()));
        return process(command);
    }

    private static double process(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD).start().waitFor();
        double ms = (System.nanoTime() - began) / 1e6;
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + code);
        }
        return ms;
    }
}
