package dev.headwater.benchmarks;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.training.MachineMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {
    }

    /** Its processor, memory and system, and how busy it was. */
    static Json.Obj json() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return Json.object().put("cpu", cpu()).put("cores", Runtime.getRuntime().availableProcessors())
                .put("memory", MachineMemory.bytes()).put("os", system.getName() + " " + system.getVersion() + " "
                        + system.getArch())
                .put("load", system.getSystemLoadAverage()).build();
    }

    private static String cpu() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        } catch (IOException e) {
            return "unknown"; // another system
        }
    }
}
