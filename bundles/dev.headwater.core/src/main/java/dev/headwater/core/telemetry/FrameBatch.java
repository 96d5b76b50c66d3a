package dev.headwater.core.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Consecutive frames in native memory on their way to the file. Filling it allocates nothing. */
final class FrameBatch {
    /** About how many bytes a batch takes; at least one frame fits in any case. */
    private static final int BYTES = 1 << 20;

    private final FrameHeader header;
    private final int frameBytes;
    private final int capacity;
    private final ByteBuffer bytes;
    private final DoubleBuffer doubles;
    private final CRC32C crc = new CRC32C();
    private long firstSequence;
    private int frames;

    FrameBatch(FrameHeader header) {
        this.header = header;
        frameBytes = header.frameBytes();
        capacity = Math.max(1, BYTES / frameBytes);
        bytes = ByteBuffer.allocateDirect(capacity * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        // Every part of a frame is a multiple of 8 bytes long, so one view serves the values of all frames.
        doubles = bytes.asDoubleBuffer();
    }

    boolean empty() {
        return frames == 0;
    }

    boolean full() {
        return frames == capacity;
    }

    boolean halfFull() {
        return frames >= (capacity + 1) / 2;
    }

    /** The sequence number that follows the last frame's. */
    long end() {
        return firstSequence + frames;
    }

    /** Adds a frame; the CRC waits for {@link #write}, which another thread calls. */
    void add(long sequence, long firstStep, long lastStep, int flags, double[] values) {
        if (frames == 0) {
            firstSequence = sequence;
        }
        int at = frames * frameBytes;
        bytes.putInt(at, FrameHeader.SYNC).putInt(at + 4, flags).putLong(at + 8, sequence);
        bytes.putLong(at + 16, firstStep).putLong(at + 24, lastStep);
        doubles.put((at + FrameHeader.BEFORE_VALUES) / Double.BYTES, values, 0, values.length);
        bytes.putInt(at + frameBytes - 4, FrameHeader.END);
        frames++;
    }

    /** Writes all frames to their slots and leaves the batch empty, even if it fails. */
    void write(FileChannel file, long firstFrame) throws IOException {
        try {
            for (int i = 0; i < frames; i++) {
                seal(i * frameBytes);
            }
            int done = 0;
            while (done < frames) {
                int slot = header.slot(firstSequence + done);
                int run = Math.min(frames - done, header.slots() - slot);
                bytes.limit((done + run) * frameBytes).position(done * frameBytes);
                long at = firstFrame + (long) slot * frameBytes;
                while (bytes.hasRemaining()) {
                    at += file.write(bytes, at);
                }
                done += run;
            }
        } finally {
            bytes.clear();
            frames = 0;
        }
    }

    private void seal(int at) {
        int covered = frameBytes - 8;
        bytes.limit(at + covered).position(at);
        crc.reset();
        crc.update(bytes);
        bytes.clear();
        bytes.putInt(at + covered, (int) crc.getValue());
    }
}
