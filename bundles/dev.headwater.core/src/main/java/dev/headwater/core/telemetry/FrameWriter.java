package dev.headwater.core.telemetry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Writes the frames of one telemetry file. The training thread only copies numbers into memory; a daemon thread takes
 * them to the file at the latest {@value #FLUSH_MILLIS} ms later. A failure, such as a full disk, never stops the
 * training: it is kept, the frames that it cost are missing, and later frames are tried again.
 */
public final class FrameWriter implements Closeable {
    /** How long a frame waits in memory at most, in milliseconds; promised are 250. */
    static final long FLUSH_MILLIS = 200;

    private final Path path;
    private final FileChannel file;
    private final FrameHeader header;
    private final long firstFrame;
    private final Thread flusher;
    // A monitor, not a lock of java.util.concurrent: those allocate a node for each thread that has to wait.
    private final Object monitor = new Object();

    private FrameBatch filling;
    private FrameBatch spare;
    private long next;
    private long written;
    private boolean hurry;
    private boolean closing;
    private boolean dead;
    private TelemetryException failure;

    /** A writer over an open file whose header is written; tests pass a channel that fails. */
    FrameWriter(Path path, FileChannel file, FrameHeader header, long firstFrame, long next) {
        this.path = path;
        this.file = file;
        this.header = header;
        this.firstFrame = firstFrame;
        this.next = next;
        written = next;
        filling = new FrameBatch(header);
        spare = new FrameBatch(header);
        flusher = new Thread(this::run, "Headwater telemetry " + path.getFileName());
        flusher.setDaemon(true);
        flusher.start();
    }

    /**
     * Makes a new file.
     *
     * @throws TelemetryException if the file exists
     * @throws IOException if it cannot be made
     */
    public static FrameWriter create(Path path, FrameHeader header) throws IOException {
        byte[] block = HeaderBlock.encode(header);
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new TelemetryException(path + " exists already; a run writes into a new folder", e);
        }
        try {
            ByteBuffer both = ByteBuffer.allocate(2 * block.length).put(block).put(block).flip();
            while (both.hasRemaining()) {
                file.write(both);
            }
            return new FrameWriter(path, file, header, 2L * block.length, 0);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /**
     * Goes on behind the newest frame of an existing file.
     *
     * @throws TelemetryException if the file cannot be read or records something else than {@code layout}
     * @throws IOException if it cannot be opened
     */
    public static FrameWriter reopen(Path path, FrameLayout layout) throws IOException {
        try (FrameReader reader = FrameReader.open(path)) {
            if (!reader.header().layout().equals(layout)) {
                throw new TelemetryException(path + " records other tensors than this network has; start a new run");
            }
            FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
            try {
                return new FrameWriter(path, file, reader.header(), reader.firstFrame(), reader.nextSequence());
            } catch (RuntimeException | Error e) {
                file.close();
                throw e;
            }
        }
    }

    /** What the file's header says. */
    public FrameHeader header() {
        return header;
    }

    /**
     * Adds a frame. Allocates nothing and touches no file; waits only while both buffers are full.
     *
     * @throws IllegalArgumentException if the number of values is not the header's
     * @throws IllegalStateException if the writer is closed
     */
    public void append(long firstStep, long lastStep, int flags, double[] values) {
        if (values.length != header.values()) {
            throw new IllegalArgumentException("a frame of " + path.getFileName() + " has " + header.values()
                    + " values, not " + values.length);
        }
        boolean interrupted = false;
        synchronized (monitor) {
            while (filling.full() && !dead && !closing) {
                interrupted |= pause(0);
            }
            if (closing) {
                throw new IllegalStateException(path + " is closed");
            }
            if (!dead) {
                filling.add(next, firstStep, lastStep, flags, values);
                next++;
                if (filling.halfFull()) {
                    monitor.notifyAll();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first failure to write, or {@code null}. */
    public IOException failure() {
        synchronized (monitor) {
            return failure;
        }
    }

    /**
     * Waits until every frame so far has been handed to the file.
     *
     * @param force whether to wait for the disk, too, so that the frames survive a power loss
     * @throws IOException the first failure, if there was one
     */
    public void flush(boolean force) throws IOException {
        synchronized (monitor) {
            long goal = next;
            while (written < goal && !dead) {
                hurry = true;
                monitor.notifyAll();
                if (pause(0)) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while " + path + " was being written");
                }
            }
        }
        if (force) {
            file.force(false);
        }
        check();
    }

    /**
     * Writes what is left and closes the file. Closing again does nothing.
     *
     * @throws IOException the first failure, if there was one
     */
    @Override
    public void close() throws IOException {
        synchronized (monitor) {
            closing = true;
            monitor.notifyAll();
            boolean interrupted = false;
            while (written < next && !dead) {
                interrupted |= pause(0);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (file.isOpen()) {
            file.close();
            check();
        }
    }

    private void check() throws IOException {
        IOException kept = failure();
        if (kept != null) {
            throw kept;
        }
    }

    private void run() {
        try {
            while (true) {
                FrameBatch batch = take();
                if (batch == null) {
                    return;
                }
                long end = batch.end();
                try {
                    batch.write(file, firstFrame);
                } catch (IOException e) {
                    fail(e);
                }
                synchronized (monitor) {
                    written = end;
                    monitor.notifyAll();
                }
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            // Nobody may wait for a thread that has ended.
            synchronized (monitor) {
                dead = true;
                monitor.notifyAll();
            }
        }
    }

    /** The next batch to write, after a wait; {@code null} when the writer is closed and all is written. */
    private FrameBatch take() {
        synchronized (monitor) {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS);
            while (filling.empty() || !(filling.halfFull() || hurry || closing)) {
                if (closing && filling.empty()) {
                    return null;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    if (!filling.empty()) {
                        break;
                    }
                    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS);
                    left = FLUSH_MILLIS;
                }
                pause(left);
            }
            hurry = false;
            FrameBatch batch = filling;
            filling = spare;
            spare = batch;
            monitor.notifyAll();
            return batch;
        }
    }

    private void fail(Throwable cause) {
        synchronized (monitor) {
            if (failure == null) {
                failure = new TelemetryException(path + " could not be written (" + cause.getMessage()
                        + "); training goes on without the frames that are missing", cause);
            }
        }
    }

    /** Waits on the monitor; true if the thread was interrupted. Call it with the monitor held, in a loop. */
    private boolean pause(long millis) {
        try {
            monitor.wait(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
