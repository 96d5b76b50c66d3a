package dev.headwater.benchmarks;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.trainer.BenchCommand;
import dev.headwater.trainer.text.Screen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what was asked for, a process for each workload, and reports. */
final class Bench {
    private final Screen screen;
    private final BenchCommand asked;

    Bench(Screen screen, BenchCommand asked) {
        this.screen = screen;
        this.asked = asked;
    }

    int run() throws Exception {
        Choice choice = Choice.of(asked);
        List<Json> rows = new ArrayList<>();
        for (String name : choice.workloads()) {
            Json.Obj session = session(name);
            rows.addAll(session.items("workloads"));
        }
        screen.out().println(JsonWriter.write(Json.array(rows)));
        return 0;
    }

    private Json.Obj session(String name) throws IOException, InterruptedException {
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
            return (Json.Obj) JsonReader.read(file);
        } finally {
            Files.delete(file);
        }
    }
}
