package dev.headwater.launching.process;

/**
 * How much memory a training may use, in MiB.
 *
 * @param heap Java's own: data, tiles, records
 * @param offHeap what the numeric library allocates: parameters, gradients, outputs
 */
public record Memory(int heap, int offHeap) {
    /** The least of either. */
    public static final int LEAST = 64;
    /** The most of either: 1 TiB. */
    public static final int MOST = 1 << 20;
    /** What a training gets that does not say otherwise. */
    public static final Memory DEFAULT = new Memory(2048, 4096);

    /** What the process may hold besides: code, threads, the native libraries themselves. */
    private static final int BESIDES = 1024;

    /** Both, moved into the range. */
    public Memory {
        heap = Math.clamp(heap, LEAST, MOST);
        offHeap = Math.clamp(offHeap, LEAST, MOST);
    }

    /** All that the process may occupy. */
    public int process() {
        return heap + offHeap + BESIDES;
    }
}
