package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Copies;
import dev.headwater.core.layer.ExampleLoop;
import dev.headwater.core.layer.ExampleStep;
import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Lines;
import dev.headwater.core.layer.Noise;
import dev.headwater.core.layer.Place;
import dev.headwater.core.layer.Product;
import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.layer.Sweep;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A place at which a layer finds tensors without memory; it counts what the layer asks for beside them. */
final class CountingPlace implements Place {
    private final Wiring wiring;
    private final GraphNode node;
    private final int rows;
    private final Set<String> known = new HashSet<>();
    private long floats;

    CountingPlace(Wiring wiring, GraphNode node, int rows) {
        this.wiring = wiring;
        this.node = node;
        this.rows = rows;
    }

    /** How many floats the layer takes for itself in a part. */
    static long floats(Wiring wiring, GraphNode node, int rows) {
        CountingPlace place = new CountingPlace(wiring, node, rows);
        node.layer().bind(place);
        return place.floats;
    }

    private Tensor batch(String name, Shape shape) {
        return Tensor.outline(name, shape, rows, true);
    }

    private List<Shape> shapes() {
        return node.inputs().stream().map(i -> wiring.nodes().get(i).shape()).toList();
    }

    @Override
    public int inputs() {
        return node.inputs().size();
    }

    @Override
    public Tensor input(int i) {
        return batch("input" + i, shapes().get(i));
    }

    @Override
    public Tensor inputGradient(int i) {
        return wiring.learns(node.inputs().get(i)) ? batch("input-gradient" + i, shapes().get(i)) : null;
    }

    @Override
    public boolean needsInputGradient(int i) {
        return wiring.learns(node.inputs().get(i));
    }

    @Override
    public Tensor output() {
        return batch("output", node.shape());
    }

    @Override
    public Tensor outputGradient() {
        return wiring.hasGradient(node.index()) ? batch("output-gradient", node.shape()) : null;
    }

    @Override
    public Tensor parameter(String name) {
        for (ParameterSpec spec : node.parameters()) {
            if (spec.name().equals(name)) {
                return Tensor.outline(name, spec.shape(), 1, false);
            }
        }
        throw new IllegalArgumentException("layer " + node.id() + " has declared no parameter " + name);
    }

    @Override
    public Tensor gradient(String name) {
        return parameter(name);
    }

    @Override
    public Tensor state(String name) {
        for (StateSpec spec : node.layer().states(shapes())) {
            if (spec.name().equals(name)) {
                return Tensor.outline(name, spec.shape(), 1, false);
            }
        }
        throw new IllegalArgumentException("layer " + node.id() + " has declared no state " + name);
    }

    @Override
    public Noise noise(String purpose) {
        return new NoiseSource(node.id(), purpose);
    }

    @Override
    public Tensor scratch(String name, Shape shape) {
        floats += known.add(name) ? (long) shape.size() * rows : 0;
        return batch(name, shape);
    }

    @Override
    public Tensor buffer(String name, Shape shape, float value) {
        floats += known.add(name) ? shape.size() : 0;
        return Tensor.outline(name, shape, 1, false);
    }

    @Override
    public boolean fusedWithLoss() {
        return wiring.fused(node.index());
    }

    @Override
    public Product product(Tensor c, Tensor a, Tensor b, Form form) {
        return Product.NONE;
    }

    @Override
    public Product productAdd(Tensor c, Tensor a, Tensor b, Form form) {
        return Product.NONE;
    }

    @Override
    public Product products(Tensor c, Tensor a, Tensor b, Form form) {
        return Product.NONE;
    }

    @Override
    public Sweep each(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return Sweep.NONE;
    }

    @Override
    public ExampleStep example(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return ExampleStep.NONE;
    }

    @Override
    public ExampleStep copies(Tensor to, Tensor from, Copies copies) {
        return ExampleStep.NONE;
    }

    @Override
    public ExampleStep lines(TileLoop loop, int steps, int length, Lines[] write, Lines... read) {
        return ExampleStep.NONE;
    }

    @Override
    public Sweep sweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return Sweep.NONE;
    }

    @Override
    public Sweep sweepWithColumnSums(Tensor sums, TileLoop loop, Tensor[] write, Tensor... read) {
        return Sweep.NONE;
    }

    @Override
    public Sweep rowSweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return Sweep.NONE;
    }

    @Override
    public Sweep columnSums(Tensor into, Tensor from) {
        return Sweep.NONE;
    }

    @Override
    public Sweep copyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns) {
        return Sweep.NONE;
    }
}
