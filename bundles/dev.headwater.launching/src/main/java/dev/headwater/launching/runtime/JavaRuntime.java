package dev.headwater.launching.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java runtime on this machine.
 *
 * @param home its folder
 * @param feature 21 of 21.0.5
 * @param version in full
 */
public record JavaRuntime(Path home, int feature, String version) {
    /** The oldest that can train. */
    public static final int LEAST = 21;

    private static final Pattern VERSION = Pattern.compile("^JAVA_VERSION=\"?((?:1\\.)?(\\d{1,6})[^\"\\s]*)",
            Pattern.MULTILINE);
    private static final int LONGEST_RELEASE = 1 << 16;

    /** The one this code runs in. */
    public static JavaRuntime own() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")), Runtime.version().feature(), System
                .getProperty("java.version"));
    }

    /** The one in a folder; empty if there is none or it does not say its version. Starts no process. */
    public static Optional<JavaRuntime> at(Path home) {
        Path release = home.resolve("release");
        try {
            if (Files.isRegularFile(program(home)) && Files.size(release) <= LONGEST_RELEASE) {
                return parse(home, Files.readString(release, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            return Optional.empty(); // no file "release": older than Java 9, or no runtime
        }
        return Optional.empty();
    }

    /** The runtime that a file {@code release} describes. */
    static Optional<JavaRuntime> parse(Path home, String release) {
        Matcher version = VERSION.matcher(release);
        return version.find()
                ? Optional.of(new JavaRuntime(home, Integer.parseInt(version.group(2)), version.group(1)))
                : Optional.empty();
    }

    /** Whether it can train. */
    public boolean fits() {
        return feature >= LEAST;
    }

    /** The program to start. */
    public Path program() {
        return program(home);
    }

    private static Path program(Path home) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }
}
