package dev.headwater.core.engine;

import dev.headwater.core.layer.ExampleLoop;
import dev.headwater.core.layer.Sweep;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pass over examples on the heap, one at a time; unbatched tensors that are written are sums over the examples. */
final class ExampleSweep implements Sweep {
    private final ExampleLoop loop;
    private final Tensor[] write;
    private final Tensor[] read;
    private final float[][] writeArrays;
    private final float[][] readArrays;
    /** Whether a written tensor is read too, and so is filled already. */
    private final boolean[] shared;

    ExampleSweep(ExampleLoop loop, Tensor[] write, Tensor[] read) {
        this.loop = loop;
        this.write = write.clone();
        this.read = read.clone();
        writeArrays = new float[write.length][];
        readArrays = new float[read.length][];
        shared = new boolean[write.length];
        List<Tensor> distinct = new ArrayList<>();
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            readArrays[i] = array(read[i], distinct, arrays);
        }
        for (int i = 0; i < write.length; i++) {
            shared[i] = TilePool.indexOf(distinct, write[i]) >= 0;
            writeArrays[i] = array(write[i], distinct, arrays);
        }
    }

    private static float[] array(Tensor tensor, List<Tensor> distinct, List<float[]> arrays) {
        int known = TilePool.indexOf(distinct, tensor);
        if (known >= 0) {
            return arrays.get(known);
        }
        distinct.add(tensor);
        arrays.add(new float[tensor.shape().size()]);
        return arrays.getLast();
    }

    @Override
    public void run(int rows) {
        fetch();
        for (int example = 0; example < rows; example++) {
            one(example);
        }
        bringBack();
    }

    /** The pass over a single example. */
    void runOne(int example) {
        fetch();
        one(example);
        bringBack();
    }

    private void fetch() {
        for (int i = 0; i < read.length; i++) {
            if (!read[i].batched()) {
                read[i].data().get(0, readArrays[i], 0, readArrays[i].length);
            }
        }
        for (int i = 0; i < write.length; i++) {
            if (!write[i].batched() && !shared[i]) {
                Arrays.fill(writeArrays[i], 0f);
            }
        }
    }

    private void one(int example) {
        for (int i = 0; i < read.length; i++) {
            if (read[i].batched()) {
                read[i].data().get(read[i].start() + example * read[i].stride(), readArrays[i], 0,
                        readArrays[i].length);
            }
        }
        loop.run(writeArrays, readArrays, example);
        for (int i = 0; i < write.length; i++) {
            if (write[i].batched()) {
                write[i].data().put(write[i].start() + example * write[i].stride(), writeArrays[i], 0,
                        writeArrays[i].length);
            }
        }
    }

    private void bringBack() {
        for (int i = 0; i < write.length; i++) {
            if (!write[i].batched()) {
                write[i].data().put(0, writeArrays[i], 0, writeArrays[i].length);
            }
        }
    }
}
