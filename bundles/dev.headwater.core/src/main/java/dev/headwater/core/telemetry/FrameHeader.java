package dev.headwater.core.telemetry;

import java.util.List;

/**
 * What the header of a telemetry file says: how its frames are laid out and where they stand.
 *
 * @param kind what the file records, such as {@code moments}
 * @param level 0 for single steps; level k+1 is coarser than level k
 * @param steps how many steps a full frame covers; 1 at level 0
 * @param statistics what a frame holds of each quantity, one whole set of values after the other: {@code ["value"]} at
 *            level 0, {@code ["min", "mean", "max", "nonFinite"]} above
 * @param layout the order of the values of one set
 * @param head how many frames from the beginning of the run stay
 * @param ring how many of the newest frames stay
 */
public record FrameHeader(String kind, int level, long steps, List<String> statistics, FrameLayout layout, int head,
        int ring) {
    /** No frame is larger, in bytes; a file that claims more is refused. */
    public static final int MAX_FRAME = 64 << 20;
    /** No header is larger, in bytes; a file that claims more is refused. */
    public static final int MAX_HEADER = 16 << 20;
    /** How large a file may grow where nothing else is said, in bytes. */
    public static final long DEFAULT_CAP = 256L << 20;
    /** How many frames from the beginning stay where the cap has room for them. */
    public static final int HEAD = 1024;

    /** Bytes of a frame before its values: sync, flags, sequence, first and last step. */
    static final int BEFORE_VALUES = 4 + 4 + 8 + 8 + 8;
    /** Bytes of a frame besides its values. */
    static final int OVERHEAD = BEFORE_VALUES + 4 + 4;
    /** The first four bytes of every frame. */
    static final int SYNC = 0x464D_5748;
    /** The last four bytes of every frame. */
    static final int END = 0x444E_4546;

    /**
     * Checks what a header must keep to, whether it was made or read.
     *
     * @throws IllegalArgumentException if a number is out of its range or a frame would exceed {@link #MAX_FRAME}
     */
    public FrameHeader {
        statistics = List.copyOf(statistics);
        if (level < 0 || level > 63 || steps < 1 || statistics.isEmpty() || statistics.size() > 64 || head < 1
                || ring < 1 || head > Integer.MAX_VALUE - ring) {
            throw new IllegalArgumentException("a number is out of its range");
        }
        if (OVERHEAD + (long) Double.BYTES * layout.values() * statistics.size() > MAX_FRAME) {
            throw new IllegalArgumentException("a frame would be larger than " + (MAX_FRAME >> 20) + " MiB");
        }
    }

    /**
     * The header of a new file of single steps that stays below {@code cap} bytes (but holds two frames in any case).
     *
     * @throws IllegalArgumentException if a frame would exceed {@link #MAX_FRAME}
     */
    public static FrameHeader steps(String kind, FrameLayout layout, long cap) {
        FrameHeader smallest = new FrameHeader(kind, 0, 1, List.of("value"), layout, 1, 1);
        long headers = 2L * (HeaderBlock.encode(smallest).length + HeaderBlock.UNIT);
        long room = (cap - headers) / smallest.frameBytes();
        int frames = Math.clamp(room, 2, Integer.MAX_VALUE);
        int head = Math.min(HEAD, frames / 2);
        return new FrameHeader(kind, 0, 1, smallest.statistics, layout, head, frames - head);
    }

    /** How many doubles a frame holds. */
    public int values() {
        return layout.values() * statistics.size();
    }

    /** How many bytes a frame takes. */
    public int frameBytes() {
        return OVERHEAD + Double.BYTES * values();
    }

    /** How many frames the file can hold. */
    int slots() {
        return head + ring;
    }

    /** The slot of the frame that is written as the {@code sequence}-th, from 0. */
    int slot(long sequence) {
        return sequence < head ? (int) sequence : head + (int) ((sequence - head) % ring);
    }
}
