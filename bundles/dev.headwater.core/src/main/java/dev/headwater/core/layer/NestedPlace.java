package dev.headwater.core.layer;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of a layer inside another layer: parameters, states and scratch bear a prefix there, and input and output
 * are tensors of the outer layer's choice. With {@code fold} &gt; 1 the first axis of that many steps belongs to the
 * batch for the inner layer.
 */
final class NestedPlace implements Place {
    private final Place outer;
    private final String prefix;
    private final int fold;
    private final Tensor input;
    private final Tensor inputGradient;
    private final Tensor output;
    private final Tensor outputGradient;

    /** A place for a layer of one input; {@code inputGradient} is {@code null} where nobody needs it. */
    NestedPlace(Place outer, String prefix, int fold, Tensor input, Tensor inputGradient, Tensor output,
            Tensor outputGradient) {
        this.outer = outer;
        this.prefix = prefix;
        this.fold = fold;
        this.input = input;
        this.inputGradient = inputGradient;
        this.output = output;
        this.outputGradient = outputGradient;
    }

    /** The inner layer's parameters under their names in the outer one. */
    static List<ParameterSpec> parameters(String prefix, List<ParameterSpec> inner) {
        return inner.stream().map(p -> new ParameterSpec(prefix + p.name(), p.shape(), p.fanIn(), p.fanOut(), p
                .initializer(), p.trainable(), p.decays())).toList();
    }

    /** The inner layer's states under their names in the outer one. */
    static List<StateSpec> states(String prefix, List<StateSpec> inner) {
        return inner.stream().map(s -> new StateSpec(prefix + s.name(), s.shape(), s.initial())).toList();
    }

    /** Two lists as one. */
    static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** The same memory as a batch of more and smaller examples. */
    static Tensor folded(Tensor tensor, Shape shape, int fold) {
        return tensor == null ? null : tensor.regrouped(shape, tensor.rows() * fold);
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public Tensor input(int i) {
        return input;
    }

    @Override
    public Tensor inputGradient(int i) {
        return inputGradient;
    }

    @Override
    public boolean needsInputGradient(int i) {
        return inputGradient != null;
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public Tensor outputGradient() {
        return outputGradient;
    }

    @Override
    public Tensor parameter(String name) {
        return outer.parameter(prefix + name);
    }

    @Override
    public Tensor gradient(String name) {
        return outer.gradient(prefix + name);
    }

    @Override
    public Tensor state(String name) {
        return outer.state(prefix + name);
    }

    @Override
    public Noise noise(String purpose) {
        return outer.noise(prefix + purpose);
    }

    @Override
    public Tensor buffer(String name, Shape shape, float value) {
        return outer.buffer(prefix + name, shape, value);
    }

    @Override
    public Tensor scratch(String name, Shape shape) {
        return fold == 1 ? outer.scratch(prefix + name, shape)
                : folded(outer.scratch(prefix + name, TimeDistributed.over(fold, shape)), shape, fold);
    }

    @Override
    public boolean fusedWithLoss() {
        return outer.fusedWithLoss();
    }

    @Override
    public Product product(Tensor c, Tensor a, Tensor b, Form form) {
        return outer.product(c, a, b, form);
    }

    @Override
    public Product productAdd(Tensor c, Tensor a, Tensor b, Form form) {
        return outer.productAdd(c, a, b, form);
    }

    @Override
    public Product products(Tensor c, Tensor a, Tensor b, Form form) {
        return outer.products(c, a, b, form);
    }

    @Override
    public Sweep each(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return outer.each(loop, write, read);
    }

    @Override
    public ExampleStep example(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return outer.example(loop, write, read);
    }

    @Override
    public ExampleStep copies(Tensor to, Tensor from, Copies copies) {
        return outer.copies(to, from, copies);
    }

    @Override
    public ExampleStep lines(TileLoop loop, int steps, int length, Lines[] write, Lines... read) {
        return outer.lines(loop, steps, length, write, read);
    }

    @Override
    public Sweep sweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return outer.sweep(loop, write, read);
    }

    @Override
    public Sweep sweepWithColumnSums(Tensor sums, TileLoop loop, Tensor[] write, Tensor... read) {
        return outer.sweepWithColumnSums(sums, loop, write, read);
    }

    @Override
    public Sweep rowSweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return outer.rowSweep(loop, write, read);
    }

    @Override
    public Sweep columnSums(Tensor into, Tensor from) {
        return outer.columnSums(into, from);
    }

    @Override
    public Sweep copyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns) {
        return outer.copyColumns(to, toColumn, from, fromColumn, columns);
    }
}
