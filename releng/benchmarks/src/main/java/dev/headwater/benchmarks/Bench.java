package dev.headwater.benchmarks;

import dev.headwater.benchmarks.report.Report;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.trainer.BenchCommand;
import dev.headwater.trainer.Version;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Screen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Measures what was asked for, a process for each workload, and reports. */
final class Bench {
    private final Screen screen;
    private final BenchCommand asked;
    private final List<Json> rows = new ArrayList<>();
    private final Map<String, Json> versions = new LinkedHashMap<>();
    private Json.Obj blas = Json.Obj.EMPTY;
    private List<Json> depths = List.of();

    Bench(Screen screen, BenchCommand asked) {
        this.screen = screen;
        this.asked = asked;
    }

    /**
     * Measures.
     *
     * @return 1 if somebody computes something else, or 0
     */
    int run() throws Failure, IOException, InterruptedException {
        Choice choice = Choice.of(asked);
        Json.Obj machine = Machine.json();
        versions.put("headwater", Json.of(String.join(" ", new Version().getVersion())));
        versions.put("java", Json.of(System.getProperty("java.runtime.version", "?")));
        List<Json> kernels = choice.kernels() ? kernels() : List.of();
        for (String name : choice.workloads()) {
            session(name);
        }
        Json.Builder figures = Json.object().put("date", LocalDate.now().toString()).put("command", command())
                .put("quick", asked.quick()).put("machine", machine).put("blas", blas())
                .put("versions", Json.Obj.of(versions)).put("workloads", Json.array(rows));
        if (!depths.isEmpty()) {
            figures.put("depths", Json.array(depths));
        }
        if (choice.kernels()) {
            figures.put("kernels", Json.array(kernels));
        }
        if (choice.start()) {
            figures.put("start", Start.run(asked.quick()));
        }
        report(figures.build());
        return rows.stream().allMatch(row -> agree((Json.Obj) row)) ? 0 : Failure.JOB;
    }

    private List<Json> kernels() throws Failure, IOException {
        Kernels kernels = ServiceLoader.load(Kernels.class).findFirst().orElseThrow(() -> Failure.input(
                "--kernels needs JMH, which could not be fetched"));
        Files.createDirectories(folder());
        return kernels.run(asked.quick(), folder().resolve("jmh.log")).items();
    }

    private Path folder() {
        return asked.out() != null ? asked.out() : Path.of(System.getProperty("headwater.home"), "target",
                "benchmarks");
    }

    private String command() {
        return "./headwater bench" + (asked.kernels() ? " --kernels" : "") + (asked.quick() ? " --quick" : "") + (asked
                .peers() ? "" : " --no-peers")
                + (asked.workloads().isEmpty() ? "" : " " + String.join(" ", asked.workloads()));
    }

    private static boolean agree(Json.Obj row) {
        return row.object("peers").members().values().stream().allMatch(peer -> ((Json.Obj) peer).truth("agrees",
                true));
    }

    private void session(String name) throws IOException, InterruptedException {
        Path file = Files.createTempFile("headwater-bench", ".json");
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Session.class.getName(), name,
                    asked.quick() ? "quick" : "thorough", file.toString()));
            int code = new ProcessBuilder(command).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the process that measures " + name + " ended with exit code " + code);
            }
            Json.Obj figures = (Json.Obj) JsonReader.read(file);
            rows.addAll(figures.items("workloads"));
            versions.putAll(figures.object("versions").members());
            blas = figures.object("blas");
            depths = figures.has("depths") ? figures.items("depths") : depths;
        } finally {
            Files.delete(file);
        }
    }

    /** What multiplies the matrices, its peak, and what the script did about the user's choice of kernels. */
    private Json.Obj blas() {
        if (blas.isEmpty()) {
            return blas;
        }
        double peak = rows.stream().mapToDouble(row -> ((Json.Obj) row).number("peakGflops", 0)).max().orElse(0);
        Json.Obj all = blas.with("peakGflops", Json.of(peak));
        String said = System.getProperty("headwater.benchmarks.coretype", "");
        return said.isEmpty() ? all : all.with("coretype", Json.of(said));
    }

    private void report(Json.Obj figures) throws IOException {
        Report report = new Report(figures);
        Path folder = folder();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), JsonWriter.write(figures));
        Files.write(folder.resolve("bench.md"), report.markdown());
        if (asked.json()) {
            screen.out().println(JsonWriter.writeCompact(figures));
        } else {
            report.text().forEach(screen.out()::println);
            screen.out().println();
            screen.out().println("Written: " + folder.resolve("bench.json") + ", " + folder.resolve("bench.md"));
        }
    }
}
