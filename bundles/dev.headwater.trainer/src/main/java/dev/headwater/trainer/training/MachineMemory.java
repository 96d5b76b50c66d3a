package dev.headwater.trainer.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the machine has. Reading one file is far quicker than starting the JVM's own management. */
public final class MachineMemory {
    private MachineMemory() {
    }

    /** In bytes; 0 where the system does not say it in {@code /proc/meminfo}. */
    public static long bytes() {
        try (BufferedReader lines = Files.newBufferedReader(Path.of("/proc/meminfo"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("MemTotal:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0; // another system: not known
        }
        return 0;
    }
}
