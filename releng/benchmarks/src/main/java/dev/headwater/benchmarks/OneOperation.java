package dev.headwater.benchmarks;

import org.nd4j.linalg.factory.Nd4j;

/** The least that a process with ND4J can do. */
public final class OneOperation {
    private OneOperation() {
    }

    /** Adds 1 to a few numbers. */
    public static void main(String[] args) {
        if (Nd4j.ones(4, 4).addi(1).getDouble(0) != 2) {
            throw new IllegalStateException("1 + 1");
        }
    }
}
