package dev.headwater.core.engine;

import dev.headwater.core.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tensors as ND4J arrays: the public way in and out for whoever works with ND4J. */
public final class Arrays {
    private Arrays() {
    }

    /**
     * The same memory as an {@code INDArray} of the tensor's shape, with the batch as first axis where there is one.
     * Nothing is copied: writing to either writes to both. Valid as long as the network that owns the tensor is open.
     */
    public static INDArray view(Tensor tensor) {
        int[] extents = tensor.shape().toArray();
        long[] shape = new long[extents.length + (tensor.batched() ? 1 : 0)];
        if (tensor.batched()) {
            shape[0] = tensor.rows();
        }
        for (int i = 0; i < extents.length; i++) {
            shape[shape.length - extents.length + i] = extents[i];
        }
        long length = tensor.data().capacity();
        DataBuffer buffer = Nd4j.createBuffer(new FloatPointer(tensor.data()), length, DataType.FLOAT);
        return Nd4j.create(buffer, shape);
    }
}
