package dev.headwater.core.engine;

import dev.headwater.core.layer.Copies;
import dev.headwater.core.layer.ExampleStep;
import dev.headwater.core.tensor.Tensor;
import java.util.Objects;

/** Copies stretches of an example within native memory; a tensor without a batch axis is the same for every example. */
final class CopyExample implements ExampleStep {
    private final Tensor to;
    private final Tensor from;
    private final Copies copies;

    /**
     * A copy from one tensor to another.
     *
     * @throws IndexOutOfBoundsException if a stretch is not within an example
     */
    CopyExample(Tensor to, Tensor from, Copies copies) {
        this.to = to;
        this.from = from;
        this.copies = copies;
        for (int i = 0; i < copies.count(); i++) {
            Objects.checkFromIndexSize(copies.to()[i], copies.length()[i], to.shape().size());
            Objects.checkFromIndexSize(copies.from()[i], copies.length()[i], from.shape().size());
        }
    }

    @Override
    public void run(int example) {
        int toStart = to.start() + (to.batched() ? example * to.stride() : 0);
        int fromStart = from.start() + (from.batched() ? example * from.stride() : 0);
        int[] tos = copies.to();
        int[] froms = copies.from();
        int[] lengths = copies.length();
        for (int i = 0; i < tos.length; i++) {
            to.data().put(toStart + tos[i], from.data(), fromStart + froms[i], lengths[i]);
        }
    }
}
