package dev.headwater.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The file that keeps the stack trace of an internal error, for a report to the makers. */
final class CrashLog {
    private CrashLog() {
    }

    /** Writes it, and says where it is, as the end of a sentence. */
    static String write(Throwable failure, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println("headwater " + Version.text() + ", Java " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + Instant.now());
        writer.println("arguments: " + String.join(" ", arguments));
        failure.printStackTrace(writer);
        for (Path folder : List.of(Path.of(System.getProperty("user.home", "."), ".cache", "headwater", "logs"),
                Path.of(System.getProperty("java.io.tmpdir", ".")))) {
            try {
                Files.createDirectories(folder);
                Path file = Files.createTempFile(folder, "headwater-", ".log");
                Files.writeString(file, text.toString());
                return "; the details are in " + file;
            } catch (IOException e) {
                continue; // the next folder
            }
        }
        return "; no log could be written";
    }
}
