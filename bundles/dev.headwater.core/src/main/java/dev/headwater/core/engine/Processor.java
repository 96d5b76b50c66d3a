package dev.headwater.core.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the processor.
 *
 * @param model its name, empty if unknown
 * @param floats how many floats one instruction takes, fused multiply and add included; 0 if unknown
 * @param gigahertz its clock as the system tells it; 0 if unknown
 */
record Processor(String model, int floats, double gigahertz) {
    private static final Processor UNKNOWN = new Processor("", 0, 0);
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final int WIDE = 16;
    private static final int MIDDLE = 8;

    /** This machine's, where the system tells it in a file; else nothing is known. */
    static Processor here() {
        try {
            return Files.isReadable(CPUINFO) ? of(Files.readString(CPUINFO, StandardCharsets.ISO_8859_1)) : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** The first processor that Linux's list tells of. */
    static Processor of(String cpuinfo) {
        Map<String, String> said = new TreeMap<>();
        for (String line : cpuinfo.lines().takeWhile(line -> !line.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                said.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        List<String> flags = Arrays.asList(said.getOrDefault("flags", "").split(" "));
        int floats = flags.contains("avx512f") ? WIDE : flags.contains("avx2") && flags.contains("fma") ? MIDDLE : 0;
        double megahertz;
        try {
            megahertz = Double.parseDouble(said.getOrDefault("cpu MHz", "0"));
        } catch (NumberFormatException e) {
            megahertz = 0;
        }
        return new Processor(said.getOrDefault("model name", ""), floats, megahertz / 1000);
    }

    /** 10⁹ operations a second that one core can do at that clock: two multiply-adds of its widest at once. */
    double gflops() {
        return 2 * 2 * floats * gigahertz;
    }

    /** How many floats the instructions of a kernel take; 0 if unknown. */
    static int floatsOf(String kernel) {
        return switch (kernel) {
            case "Skylakex", "Cooperlake", "Sapphirerapids" -> WIDE;
            case "Haswell", "Zen", "Excavator" -> MIDDLE;
            case "Steamroller", "Piledriver", "Bulldozer", "Sandybridge", "Nehalem", "Barcelona", "Prescott", "Core2" ->
                4;
            default -> 0;
        };
    }
}
