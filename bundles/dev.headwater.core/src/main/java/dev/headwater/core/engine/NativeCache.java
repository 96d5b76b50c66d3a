package dev.headwater.core.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The private, versioned folder into which the native libraries are unpacked once. Owner-only, because a library that
 * somebody else put there would run as the user; warmed under a lock, because several JVMs unpacking at once race.
 */
final class NativeCache {
    /** Overrides the folder. */
    private static final String PROPERTY = "headwater.natives";
    private static final String JAVACPP_PROPERTY = "org.bytedeco.javacpp.cachedir";
    private static final String READY = "ready";

    private NativeCache() {
    }

    /**
     * Runs {@code load}, which loads the libraries, with the cache prepared.
     *
     * @param versions what the folder's name ends with, so that two versions never share files
     * @param notice told one sentence before the first unpacking
     * @throws BackendException if the folder cannot be made or written
     */
    static void with(String versions, Consumer<String> notice, Runnable load) {
        if (System.getProperty(JAVACPP_PROPERTY) != null) {
            load.run();
            return;
        }
        Path folder = folder(versions);
        try {
            create(folder);
            System.setProperty(JAVACPP_PROPERTY, folder.toString());
            if (Files.exists(folder.resolve(READY))) {
                load.run();
                return;
            }
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                if (!Files.exists(folder.resolve(READY))) {
                    notice.accept("Unpacking the native libraries once, 400 MB, into " + folder);
                }
                load.run();
                if (lock.isValid() && !Files.exists(folder.resolve(READY))) {
                    Files.createFile(folder.resolve(READY));
                }
            }
        } catch (IOException e) {
            throw new BackendException("the native libraries cannot be unpacked into " + folder + " ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "); free 400 MB there or name another folder"
                    + " with -D" + PROPERTY + "=FOLDER in HEADWATER_JAVA_OPTS", e);
        }
    }

    private static void create(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder is not writable");
        }
    }

    private static Path folder(String versions) {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return Path.of(chosen).toAbsolutePath().resolve(versions);
        }
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        String caches = System.getenv(os.contains("win") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        Path base = caches != null && Path.of(caches).isAbsolute() ? Path.of(caches)
                : os.contains("mac") ? home.resolve("Library/Caches") : home.resolve(".cache");
        return base.resolve("headwater").resolve("natives-" + versions);
    }
}
