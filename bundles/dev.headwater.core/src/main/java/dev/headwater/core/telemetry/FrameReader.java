package dev.headwater.core.telemetry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads a telemetry file, finished or still growing. Frames are numbered by step, from 0 to {@link #size} - 1; the
 * numbers change only in {@link #refresh}. Of two frames for one step the one that was written later counts. Not for
 * several threads at once.
 */
public final class FrameReader implements Closeable {
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final FileChannel file;
    private final FrameHeader header;
    private final long firstFrame;
    private final int frameBytes;
    private final FrameIndex index;
    private final CRC32C crc = new CRC32C();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    // Slots that were damaged when last read: perhaps just being written, so the next refresh reads them again.
    private final int[] pending = new int[64];
    private int pendingCount;
    private boolean changed;

    private FrameReader(Path path, FileChannel file, HeaderBlock.Located located) {
        this.path = path;
        this.file = file;
        header = located.header();
        firstFrame = located.firstFrame();
        frameBytes = header.frameBytes();
        index = new FrameIndex(header);
    }

    /**
     * Opens a file and finds its frames.
     *
     * @throws TelemetryException if there is no such file, its header is incomplete or damaged, or its format is newer
     * @throws IOException if it cannot be read
     */
    public static FrameReader open(Path path) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new TelemetryException(path + " does not exist; nothing of this kind was recorded", e);
        }
        try {
            FrameReader reader = new FrameReader(path, file, HeaderBlock.read(file, path.toString()));
            reader.scanAll();
            return reader;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** What the file's header says. */
    public FrameHeader header() {
        return header;
    }

    /** How many frames can be read. */
    public int size() {
        return index.size();
    }

    /** How many slots hold no valid frame; one that is just being written counts until the next refresh. */
    public int lost() {
        return index.bad();
    }

    /** The first step that a frame covers. */
    public long firstStep(int frame) {
        return index.first(check(frame));
    }

    /** The last step that a frame covers. */
    public long lastStep(int frame) {
        return index.last(check(frame));
    }

    /** A frame's {@link FrameFlags}. */
    public int flags(int frame) {
        return index.flags(check(frame));
    }

    /** The first frame by step, or -1 if there is none. */
    public int first() {
        return Math.min(0, size() - 1);
    }

    /** The last frame by step, or -1 if there is none. */
    public int last() {
        return size() - 1;
    }

    /** The frame that covers a step, or -1 if it was never recorded, was dropped or is damaged. */
    public int frameCovering(long step) {
        return index.covering(step);
    }

    /**
     * Reads a frame's values into the beginning of an array.
     *
     * @return false if the frame has been overwritten or damaged since the last refresh
     * @throws IOException if the file cannot be read
     */
    public boolean read(int frame, double[] into) throws IOException {
        int slot = index.slot(check(frame));
        reserve(1);
        chunk.clear().limit(frameBytes);
        boolean whole = HeaderBlock.readFully(file, chunk, at(slot));
        if (!whole || sequence(0, slot) != index.sequence(slot)) {
            return false;
        }
        chunk.clear().position(FrameHeader.BEFORE_VALUES);
        chunk.asDoubleBuffer().get(into, 0, header.values());
        return true;
    }

    /**
     * Finds the frames that were written since. Costs one short read if there are none.
     *
     * @return whether anything changed
     * @throws IOException if the file cannot be read
     */
    public boolean refresh() throws IOException {
        int slots = slotsInFile();
        if (slots < index.slots() || index.newest() < 0) {
            index.clear();
            scanAll();
            return slots > 0;
        }
        changed = slots > index.slots();
        index.grow(slots);
        int again = Math.min(pendingCount, pending.length);
        pendingCount = 0;
        for (int i = 0; i < again; i++) {
            scan(pending[i], 1);
        }
        pendingCount = 0;
        int slot = next(index.newest());
        int visited = 0;
        while (visited < slots && slot < slots) {
            if (index.sequence(slot) >= 0 && sequenceAt(slot) == index.sequence(slot)) {
                break;
            }
            int run = Math.min(Math.min(slots - slot, slots - visited), chunkFrames());
            if (scan(slot, run) < run) {
                break;
            }
            visited += run;
            slot = slot + run == header.slots() ? header.head() : slot + run;
        }
        if (changed) {
            index.sort();
        }
        return changed;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The sequence number of the next frame to be written. */
    long nextSequence() {
        return index.newestSequence() + 1;
    }

    /** Where the first frame stands in the file. */
    long firstFrame() {
        return firstFrame;
    }

    private void scanAll() throws IOException {
        int slots = slotsInFile();
        index.grow(slots);
        for (int slot = 0; slot < slots; slot += chunkFrames()) {
            scan(slot, Math.min(chunkFrames(), slots - slot));
        }
        index.sort();
    }

    /** Reads slots into the index up to the first whose frame is known, and says how many were new or damaged. */
    private int scan(int from, int count) throws IOException {
        reserve(count);
        chunk.clear().limit(count * frameBytes);
        HeaderBlock.readFully(file, chunk, at(from));
        int whole = chunk.position() / frameBytes;
        for (int i = 0; i < count; i++) {
            int slot = from + i;
            int start = i * frameBytes;
            long sequence = i < whole ? sequence(start, slot) : -1;
            if (sequence >= 0 && sequence == index.sequence(slot)) {
                return i;
            }
            changed |= sequence != index.sequence(slot);
            if (sequence < 0) {
                index.damaged(slot);
                pending[pendingCount++ % pending.length] = slot;
            } else {
                index.put(slot, sequence, chunk.getLong(start + 16), chunk.getLong(start + 24),
                        chunk.getInt(start + 4));
            }
        }
        return count;
    }

    /** The sequence number of the valid frame at this place of the chunk, or -1. */
    private long sequence(int start, int slot) {
        int covered = frameBytes - 8;
        long sequence = chunk.getLong(start + 8);
        long firstStep = chunk.getLong(start + 16);
        long lastStep = chunk.getLong(start + 24);
        boolean possible = chunk.getInt(start) == FrameHeader.SYNC
                && chunk.getInt(start + frameBytes - 4) == FrameHeader.END && sequence >= 0
                && header.slot(sequence) == slot && firstStep >= 0 && lastStep >= firstStep
                && lastStep - firstStep < header.steps();
        if (!possible) {
            return -1;
        }
        chunk.limit(start + covered).position(start);
        crc.reset();
        crc.update(chunk);
        chunk.clear();
        return chunk.getInt(start + covered) == (int) crc.getValue() ? sequence : -1;
    }

    /** The sequence number that a slot claims, unchecked. */
    private long sequenceAt(int slot) throws IOException {
        reserve(1);
        chunk.clear().limit(8);
        return HeaderBlock.readFully(file, chunk, at(slot) + 8) ? chunk.getLong(0) : -1;
    }

    private int slotsInFile() throws IOException {
        return Math.clamp((file.size() - firstFrame) / frameBytes, 0, header.slots());
    }

    private int next(int slot) {
        return slot + 1 == header.slots() ? header.head() : slot + 1;
    }

    private long at(int slot) {
        return firstFrame + (long) slot * frameBytes;
    }

    private int chunkFrames() {
        return Math.max(1, CHUNK / frameBytes);
    }

    /** Memory is taken only for frames that the file is long enough to hold, whatever its header claims. */
    private void reserve(int frames) {
        int bytes = frames * frameBytes;
        if (chunk.capacity() < bytes) {
            chunk = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private int check(int frame) {
        if (frame < 0 || frame >= size()) {
            throw new IndexOutOfBoundsException("there is no frame " + frame + " in " + path + " of " + size());
        }
        return frame;
    }
}
