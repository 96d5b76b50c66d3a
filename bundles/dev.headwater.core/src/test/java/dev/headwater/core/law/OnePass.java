package dev.headwater.core.law;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;

/** A pass of one part, and tensors for it. */
record OnePass(int firstRow, int rows, int batchRows, int[] lengths) implements Pass {
    @Override
    public boolean padded() {
        return lengths != null;
    }

    @Override
    public int length(int example, int steps) {
        return lengths == null ? steps : Math.min(steps, lengths[firstRow + example]);
    }

    @Override
    public boolean training() {
        return true;
    }

    @Override
    public long step() {
        return 0;
    }

    /** A batched tensor of these values. */
    static Tensor tensor(double[] values, Shape shape) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.batch("t", FloatBuffer.wrap(floats), shape, values.length / shape.size());
    }
}
