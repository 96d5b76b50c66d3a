package dev.headwater.launching.runtime;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;

/** Finds the Java runtime to train with. */
public final class JavaRuntimes {
    private JavaRuntimes() {
    }

    /**
     * The one that was chosen; else the IDE's own if it is new enough, that of {@code JAVA_HOME}, or the newest in the
     * folders where systems and tools put them.
     *
     * @param chosen the home of one, or empty
     * @throws NoJavaRuntime saying what to do, if the chosen one does not fit or none was found
     */
    public static JavaRuntime choose(String chosen) throws NoJavaRuntime {
        if (!chosen.isBlank()) {
            return chosen(chosen.strip());
        }
        JavaRuntime own = JavaRuntime.own();
        if (own.fits()) {
            return own;
        }
        return found().stream().findFirst().orElseThrow(() -> new NoJavaRuntime(
                NLS.bind(Messages.JavaRuntimes_none, JavaRuntime.LEAST, own.version())));
    }

    /** All that fit, the one to take first; reads a few small files. */
    public static List<JavaRuntime> found() {
        List<JavaRuntime> found = new ArrayList<>();
        found.add(JavaRuntime.own());
        String home = System.getenv("JAVA_HOME");
        if (home != null && !home.isBlank()) {
            path(home).flatMap(JavaRuntime::at).ifPresent(found::add);
        }
        List<JavaRuntime> usual = new ArrayList<>();
        UsualFolders.parents().forEach(parent -> children(parent).forEach(
                child -> JavaRuntime.at(UsualFolders.home(child)).ifPresent(usual::add)));
        usual.sort(Comparator.comparingInt(JavaRuntime::feature).reversed());
        found.addAll(usual);
        List<JavaRuntime> fitting = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        for (JavaRuntime each : found) {
            Path real = real(each.home());
            if (each.fits() && !seen.contains(real)) {
                seen.add(real);
                fitting.add(each);
            }
        }
        return fitting;
    }

    private static JavaRuntime chosen(String home) throws NoJavaRuntime {
        JavaRuntime runtime = path(home).flatMap(JavaRuntime::at)
                .orElseThrow(() -> new NoJavaRuntime(NLS.bind(Messages.JavaRuntimes_noRuntime, home)));
        if (!runtime.fits()) {
            throw new NoJavaRuntime(NLS.bind(Messages.JavaRuntimes_tooOld,
                    new Object[] {home, runtime.version(), JavaRuntime.LEAST}));
        }
        return runtime;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path parent) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, Files::isDirectory)) {
            stream.forEach(children::add);
        } catch (IOException e) {
            return List.of(); // a folder that another system has
        }
        return children;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
