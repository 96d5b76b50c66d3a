package dev.headwater.core.telemetry;

import java.util.Arrays;

/** Which frame each slot of a file holds, and the frames' order by step. Of plain arrays: there may be a million. */
final class FrameIndex {
    private static final long BAD = -1;

    private final FrameHeader header;
    private int slots;
    private int newest = -1;
    private long newestSequence = -1;
    private int bad;
    private long[] sequences = new long[0];
    private long[] first = new long[0];
    private long[] last = new long[0];
    private int[] flags = new int[0];
    private int[] order = new int[0];
    private int size;

    FrameIndex(FrameHeader header) {
        this.header = header;
    }

    /** Makes room for slots that the file has gained; they count as damaged until they are put. */
    void grow(int count) {
        if (count > sequences.length) {
            int room = (int) Math.min(Math.max(count, sequences.length * 3L / 2 + 64), header.slots());
            sequences = Arrays.copyOf(sequences, room);
            first = Arrays.copyOf(first, room);
            last = Arrays.copyOf(last, room);
            flags = Arrays.copyOf(flags, room);
            order = Arrays.copyOf(order, room);
        }
        if (count > slots) {
            Arrays.fill(sequences, slots, count, BAD);
            bad += count - slots;
            slots = count;
        }
    }

    /** Forgets everything. */
    void clear() {
        slots = 0;
        newest = -1;
        newestSequence = -1;
        bad = 0;
        size = 0;
    }

    void put(int slot, long sequence, long firstStep, long lastStep, int flagBits) {
        if (sequences[slot] == BAD) {
            bad--;
        }
        sequences[slot] = sequence;
        first[slot] = firstStep;
        last[slot] = lastStep;
        flags[slot] = flagBits;
        if (sequence > newestSequence) {
            newestSequence = sequence;
            newest = slot;
        }
    }

    void damaged(int slot) {
        if (sequences[slot] != BAD) {
            bad++;
            sequences[slot] = BAD;
        }
    }

    /** Orders the frames by step. A frame replaces all earlier written ones that begin at its first step or later. */
    void sort() {
        size = 0;
        int head = Math.min(slots, header.head());
        for (int slot = 0; slot < head; slot++) {
            place(slot);
        }
        int ring = slots - head;
        int oldest = newest < head ? 0 : newest + 1 - head;
        for (int i = 0; i < ring; i++) {
            place(head + (oldest + i) % ring);
        }
    }

    private void place(int slot) {
        if (sequences[slot] == BAD) {
            return;
        }
        while (size > 0 && first[order[size - 1]] >= first[slot]) {
            size--;
        }
        order[size++] = slot;
    }

    int size() {
        return size;
    }

    int slots() {
        return slots;
    }

    int bad() {
        return bad;
    }

    /** The slot of the frame that was written last, or -1. */
    int newest() {
        return newest;
    }

    /** The sequence number of the frame that was written last, or -1. */
    long newestSequence() {
        return newestSequence;
    }

    /** The sequence number of the frame in a slot, or -1 if it is damaged. */
    long sequence(int slot) {
        return sequences[slot];
    }

    /** The slot of the {@code index}-th frame by step. */
    int slot(int index) {
        return order[index];
    }

    long first(int index) {
        return first[order[index]];
    }

    long last(int index) {
        return last[order[index]];
    }

    int flags(int index) {
        return flags[order[index]];
    }

    /** The index of the frame that covers a step, or -1. */
    int covering(long step) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(middle) <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Only frames of several steps can overlap; none begins further back than the steps that one covers.
        for (int i = low - 1; i >= 0 && first(i) > step - header.steps(); i--) {
            if (last(i) >= step) {
                return i;
            }
        }
        return -1;
    }
}
