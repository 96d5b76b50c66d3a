package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** Where a layer sits in the plan: it finds its tensors here and prepares its products and sweeps. */
public interface Place {
    /** How many inputs are connected. */
    int inputs();

    /** An input's values. */
    Tensor input(int i);

    /** Where dL/d(input) goes; only if {@link #needsInputGradient}. */
    Tensor inputGradient(int i);

    /** Whether anything upstream of this input learns. */
    boolean needsInputGradient(int i);

    /** Where the output goes. */
    Tensor output();

    /** dL/d(output), or dL/d(logits) if {@link #fusedWithLoss}; free to be overwritten. */
    Tensor outputGradient();

    /** A parameter's values. */
    Tensor parameter(String name);

    /** Where a parameter's gradient goes. */
    Tensor gradient(String name);

    /** What the layer keeps from step to step; shared by all parts, to be written in {@link Kernel#settle} alone. */
    Tensor state(String name);

    /** Random numbers for one purpose. */
    Noise noise(String purpose);

    /** Batched memory of the layer's own, kept from forward to backward; the inspector can show it by name. */
    Tensor scratch(String name, Shape shape);

    /**
     * Memory of the layer's own without a batch axis, of this value at first and this part's alone: a weight in another
     * layout, statistics over the batch.
     */
    Tensor buffer(String name, Shape shape, float value);

    /** As {@link #buffer(String, Shape, float)}, zero at first. */
    default Tensor buffer(String name, Shape shape) {
        return buffer(name, shape, 0);
    }

    /**
     * Whether the loss works on this layer's logits: then {@link #outputGradient} is dL/d(logits) and the layer skips
     * the slope of its own last activation.
     */
    boolean fusedWithLoss();

    /**
     * A matrix product prepared once; {@code c} is overwritten. Where that is a parameter's {@link #gradient}, it may be
     * computed after the layer's backward pass, on another thread: no layer overwrites what it has such a product read.
     */
    Product product(Tensor c, Tensor a, Tensor b, Form form);

    /** As {@link #product}, added to what {@code c} holds. */
    Product productAdd(Tensor c, Tensor a, Tensor b, Form form);

    /**
     * Many small products prepared once: the last two axes of each tensor are matrices, and all those of all examples
     * are multiplied in turn. A tensor without a batch axis, or with fewer leading axes, is repeated; {@code c} never.
     */
    Product products(Tensor c, Tensor a, Tensor b, Form form);

    /**
     * A loop over examples, for what is not element-wise. Unbatched tensors in {@code write} receive sums over the
     * part's examples.
     */
    Sweep each(ExampleLoop loop, Tensor[] write, Tensor... read);

    /** As {@link #each}, for one example at a time; what is not batched is fetched and put back every time. */
    ExampleStep example(ExampleLoop loop, Tensor[] write, Tensor... read);

    /** Copies stretches of an example of {@code from} into one of {@code to}; either may have no batch axis. */
    ExampleStep copies(Tensor to, Tensor from, Copies copies);

    /**
     * An element-wise loop over lines of one example at a time: at each of {@code steps} steps over {@code length} floats
     * of one line of each.
     */
    ExampleStep lines(TileLoop loop, int steps, int length, Lines[] write, Lines... read);

    /** An element-wise loop over tiles; unbatched one-row tensors among {@code read} are repeated for every row. */
    Sweep sweep(TileLoop loop, Tensor[] write, Tensor... read);

    /** As {@link #sweep}, and the column sums of the first written tensor go to {@code sums} in the same pass. */
    Sweep sweepWithColumnSums(Tensor sums, TileLoop loop, Tensor[] write, Tensor... read);

    /** As {@link #sweep}, but every tile is exactly one matrix row, as a softmax needs it. */
    Sweep rowSweep(TileLoop loop, Tensor[] write, Tensor... read);

    /** The column sums of {@code from} over all its matrix rows, into an unbatched tensor. */
    Sweep columnSums(Tensor into, Tensor from);

    /** Copies {@code columns} columns of {@code from} into {@code to}, row by row. */
    Sweep copyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns);
}
