package dev.headwater.benchmarks.product;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use by what is still needed. */
final class Footprint {
    private static final int COLLECTIONS = 3;

    private Footprint() {
    }

    static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
