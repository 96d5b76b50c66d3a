package dev.headwater.core.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sign that a process is writing into a run's folder. The operating system drops it when the process ends, however
 * it ends, so it is never stale; the process id in the file only serves messages.
 */
public final class RunLock implements Closeable {
    // A byte far behind the text, so that Windows, which forbids reading locked bytes, lets others read the text.
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int ATTEMPTS = 20;
    private static final long WAIT_MILLIS = 25;

    // On POSIX a process loses its lock on a file as soon as it closes any channel of that file. So this process must
    // know its own locks and not open those files again; like the locks, the set belongs to the whole process.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel file;
    private final FileLock lock;

    private RunLock(Path key, FileChannel file, FileLock lock) {
        this.key = key;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws RunException if another process, or this one, holds it, or the file cannot be written
     */
    public static RunLock acquire(RunFolder folder) throws RunException {
        Path key = key(folder);
        if (!OWN.add(key)) {
            throw new RunException(folder + " is already being written by this process");
        }
        FileChannel file = null;
        try {
            file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(file, folder);
            String pid = Long.toString(ProcessHandle.current().pid());
            file.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new RunLock(key, file, lock);
        } catch (IOException e) {
            release(key, file);
            throw e instanceof RunException held ? held
                    : new RunException(folder.lock() + " cannot be locked: " + AtomicFiles.reason(e), e);
        } catch (InterruptedException e) {
            release(key, file);
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while waiting for the lock of " + folder, e);
        }
    }

    /** The id of the process that writes into a run's folder, 0 if it cannot be told; empty if there is none. */
    public static Optional<Long> holder(RunFolder folder) {
        if (OWN.contains(key(folder))) {
            return Optional.of(ProcessHandle.current().pid());
        }
        if (!Files.exists(folder.lock())) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.READ)) {
            try (FileLock lock = file.tryLock(LOCKED_BYTE, 1, true)) {
                return lock == null ? Optional.of(holder(file).orElse(0L)) : Optional.empty();
            } catch (OverlappingFileLockException e) {
                return Optional.of(ProcessHandle.current().pid());
            }
        } catch (IOException e) {
            // A file system without locks, or no right to read: say nothing that is not known.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (lock.isValid()) {
            release(key, file);
        }
    }

    private static FileLock lock(FileChannel file, RunFolder folder) throws IOException, InterruptedException {
        // Somebody who only looks whether the lock is held has it for a moment: try again before giving up.
        for (int attempt = 1;; attempt++) {
            FileLock lock = file.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                return lock;
            }
            if (attempt == ATTEMPTS) {
                throw new RunException(folder + " is being written by another process"
                        + holder(file).map(pid -> " (" + pid + ")").orElse("") + "; wait for it or stop it");
            }
            Thread.sleep(WAIT_MILLIS);
        }
    }

    private static Optional<Long> holder(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        file.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return pid.matches("\\d{1,18}") ? Optional.of(Long.parseLong(pid)) : Optional.empty();
    }

    private static void release(Path key, FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        } finally {
            OWN.remove(key);
        }
    }

    private static Path key(RunFolder folder) {
        try {
            return folder.path().toRealPath();
        } catch (IOException e) {
            return folder.path().toAbsolutePath().normalize();
        }
    }
}
