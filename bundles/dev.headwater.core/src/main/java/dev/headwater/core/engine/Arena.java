package dev.headwater.core.engine;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native memory of one network: zeroed, owned by ND4J arrays, cut into tensors that begin on cache lines. */
final class Arena implements AutoCloseable {
    /** Floats in a cache line. */
    private static final int LINE = 16;
    /** Floats allocated at once for the many small tensors. */
    private static final int CHUNK = 1 << 18;

    private final List<INDArray> owners = new ArrayList<>();
    private FloatBuffer chunk;
    private int used;
    private long floats;

    /**
     * A zeroed buffer of its own.
     *
     * @throws OutOfMemoryError if the off-heap limit is reached
     */
    FloatBuffer allocate(long size) {
        if (size > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(
                    "one block of memory holds at most 536,870,911 values, the network needs "
                            + size + "; use smaller layers or a smaller batch");
        }
        if (size > CHUNK / 2) {
            return block((int) size);
        }
        if (chunk == null || used + size > CHUNK) {
            chunk = block(CHUNK);
            used = 0;
        }
        FloatBuffer slice = chunk.slice(used, (int) size);
        used += (int) (size + LINE - 1) / LINE * LINE;
        return slice;
    }

    /** A zeroed batched tensor. */
    Tensor batch(String name, Shape shape, int rows) {
        return Tensor.batch(name, allocate((long) shape.size() * rows), shape, rows);
    }

    private FloatBuffer block(int size) {
        INDArray owner = Nd4j.create(DataType.FLOAT, Math.max(1, size));
        owners.add(owner);
        floats += size;
        @SuppressWarnings("resource") // a second pointer into the owner's memory: the owner frees it
        FloatPointer pointer = new FloatPointer(owner.data().pointer());
        return pointer.capacity(size).asBuffer();
    }

    /** Bytes held. */
    long bytes() {
        return floats * Float.BYTES;
    }

    @Override
    public void close() {
        owners.forEach(INDArray::close);
        owners.clear();
        chunk = null;
    }
}
