package dev.headwater.core.engine;

import dev.headwater.core.layer.Pass;

/** The pass of one part; one object, set before each trip. */
final class StepPass implements Pass {
    private int rows;
    private int batchRows;
    private boolean training;
    private long step;

    void set(int newRows, int newBatchRows, boolean isTraining, long newStep) {
        rows = newRows;
        batchRows = newBatchRows;
        training = isTraining;
        step = newStep;
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
