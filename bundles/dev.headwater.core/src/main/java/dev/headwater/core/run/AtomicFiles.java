package dev.headwater.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces whole files so that a reader, a crash or a power loss finds the old content or the new, never a mix: under
 * another name in the same folder, forced to the disk, renamed, the folder forced too.
 */
public final class AtomicFiles {
    /** What the names of unfinished files end in. */
    static final String UNFINISHED = ".tmp";

    private static final int RETRIES = 5;
    private static final long FIRST_WAIT_MILLIS = 50;

    private AtomicFiles() {
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the channel is empty and may be written in any order. */
        void writeTo(FileChannel file) throws IOException;
    }

    /** Gives a file its final name; other than a real rename in tests only. */
    @FunctionalInterface
    interface Rename {
        void rename(Path from, Path to) throws IOException;
    }

    /**
     * Replaces or makes a file of these bytes.
     *
     * @throws RunException if that fails; the old file is then as it was
     */
    public static void write(Path target, byte[] bytes) throws RunException {
        write(target, file -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        });
    }

    /**
     * Replaces or makes a file of this content.
     *
     * @throws RunException if that fails; the old file is then as it was
     */
    public static void write(Path target, Content content) throws RunException {
        write(target, content, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING));
    }

    static void write(Path target, Content content, Rename rename) throws RunException {
        // A name of its own for every attempt: two savers with one temporary name would spoil each other's file.
        String name = "." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong())
                + UNFINISHED;
        Path unfinished = target.resolveSibling(name);
        try {
            try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                content.writeTo(file);
                file.force(true);
            }
            rename(unfinished, target, rename);
            forceFolder(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new RunException(target + " could not be written: " + reason(e), e);
        } finally {
            delete(unfinished);
        }
    }

    /**
     * Renames with patience: on Windows a reader or a virus scanner may hold either file for a moment.
     *
     * @throws RunException if the target stays held; the new content is then kept beside it
     */
    private static void rename(Path from, Path to, Rename rename) throws IOException {
        long wait = FIRST_WAIT_MILLIS;
        for (int attempt = 0;; attempt++) {
            try {
                rename.rename(from, to);
                return;
            } catch (FileSystemException e) {
                boolean held = e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
                if (!held) {
                    throw e;
                }
                if (attempt == RETRIES) {
                    Path aside = to.resolveSibling(to.getFileName() + ".new");
                    Files.move(from, aside, StandardCopyOption.REPLACE_EXISTING);
                    throw new RunException("another program holds it; the new content is in " + aside, e);
                }
                sleep(wait);
                wait *= 2;
            }
        }
    }

    /** Makes renames and new files in a folder survive a power loss, where the system offers that. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder: NTFS journals renames by itself.
        }
    }

    /** Why an operation on a file failed: the exceptions of the file system say little more than the path. */
    static String reason(IOException e) {
        String reason = e instanceof FileSystemException failed && failed.getReason() != null ? failed.getReason()
                : e.getMessage();
        return e instanceof AccessDeniedException ? "permission denied" : reason;
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Removes what a failure left; after a rename there is nothing. */
    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // It bears a name that nobody reads; what matters is the failure that led here.
        }
    }
}
