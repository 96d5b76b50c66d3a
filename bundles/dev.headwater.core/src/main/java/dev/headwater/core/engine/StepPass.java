package dev.headwater.core.engine;

import dev.headwater.core.layer.Pass;

/** The pass of one part; one object, set before each trip. */
final class StepPass implements Pass {
    private int first;
    private int rows;
    private int batchRows;
    private boolean training;
    private long step;
    private int[] lengths;
    private int rowsBefore;

    void set(int newFirst, int newRows, int newBatchRows, int[] newLengths, boolean isTraining, long newStep) {
        first = newFirst;
        lengths = newLengths;
        rows = newRows;
        batchRows = newBatchRows;
        training = isTraining;
        step = newStep;
    }

    /** Says how many rows the step has seen in batches before this one. */
    void after(int rowsAccumulated) {
        rowsBefore = rowsAccumulated;
    }

    @Override
    public int noiseRow() {
        return rowsBefore + first;
    }

    @Override
    public int firstRow() {
        return first;
    }

    @Override
    public boolean padded() {
        return lengths != null;
    }

    @Override
    public int length(int example, int steps) {
        return lengths == null ? steps : Math.min(steps, lengths[first + example]);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int batchRows() {
        return batchRows;
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public long step() {
        return step;
    }
}
