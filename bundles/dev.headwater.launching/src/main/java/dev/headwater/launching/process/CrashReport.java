package dev.headwater.launching.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file that a JVM leaves when it crashes. */
final class CrashReport {
    private CrashReport() {
    }

    /** Its name before the process id is known. The JVM reads a percent sign in a folder's name as such only twice. */
    static String pattern(Path folder) {
        return folder.resolve("hs_err_pid").toString().replace("%", "%%") + "%p.log";
    }

    /** The report of a process; {@code null} if it left none. Without the run's folder it is where the process was. */
    static Path of(Training training, long pid) {
        String name = "hs_err_pid" + pid + ".log";
        return Stream.of(training.folder(), training.network().getParent()).map(folder -> folder.resolve(name))
                .filter(Files::exists).findFirst().orElse(null);
    }
}
