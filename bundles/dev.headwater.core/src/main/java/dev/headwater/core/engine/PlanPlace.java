package dev.headwater.core.engine;

import dev.headwater.core.layer.Copies;
import dev.headwater.core.layer.ExampleLoop;
import dev.headwater.core.layer.ExampleStep;
import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Lines;
import dev.headwater.core.layer.Noise;
import dev.headwater.core.layer.Place;
import dev.headwater.core.layer.Product;
import dev.headwater.core.layer.Sweep;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A node's place in one part's plan. */
final class PlanPlace implements Place {
    private final GraphNode node;
    private final PartPlan plan;
    private final Wiring wiring;
    private final int rows;
    private final Arena arena;
    private final TilePool pool;
    private final Map<String, Tensor> parameters = new HashMap<>();
    private final Map<String, Tensor> gradients = new HashMap<>();
    private final Map<String, Tensor> scratch = new HashMap<>();
    private final States states;
    private final List<NoiseSource> noises;
    private final Map<Tensor, Integer> entries = new IdentityHashMap<>();
    private final Later later;

    PlanPlace(GraphNode node, PartPlan plan, Wiring wiring, Parameters all, States states, List<NoiseSource> noises,
            int part, int rows, Arena arena, TilePool pool, Later later) {
        this.later = later;
        this.states = states;
        this.noises = noises;
        this.node = node;
        this.plan = plan;
        this.wiring = wiring;
        this.rows = rows;
        this.arena = arena;
        this.pool = pool;
        for (Parameters.Entry entry : all.entriesOf(node.index())) {
            Tensor gradient = all.gradient(entry, part);
            parameters.put(entry.spec().name(), all.value(entry));
            gradients.put(entry.spec().name(), gradient);
            entries.put(gradient, entry.index());
        }
    }

    @Override
    public int inputs() {
        return node.inputs().size();
    }

    @Override
    public Tensor input(int i) {
        return plan.input(node, i);
    }

    @Override
    public Tensor inputGradient(int i) {
        return plan.edge(node.index(), i);
    }

    @Override
    public boolean needsInputGradient(int i) {
        return wiring.learns(node.inputs().get(i));
    }

    @Override
    public Tensor output() {
        return plan.output(node.index());
    }

    @Override
    public Tensor outputGradient() {
        return plan.gradient(node.index());
    }

    @Override
    public Tensor parameter(String name) {
        return named(parameters, name);
    }

    @Override
    public Tensor gradient(String name) {
        return named(gradients, name);
    }

    private Tensor named(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("layer " + node.id() + " has declared no parameter " + name);
        }
        return tensor;
    }

    @Override
    public Tensor state(String name) {
        Tensor state = states.of(node.id(), name);
        if (state == null) {
            throw new IllegalArgumentException("layer " + node.id() + " has declared no state " + name);
        }
        return state;
    }

    @Override
    public Noise noise(String purpose) {
        NoiseSource noise = new NoiseSource(node.id(), purpose);
        noises.add(noise);
        return noise;
    }

    @Override
    public Tensor scratch(String name, Shape shape) {
        return scratch.computeIfAbsent(name, n -> arena.batch(node.id() + "/" + n, shape, rows));
    }

    @Override
    public Tensor buffer(String name, Shape shape, float value) {
        return scratch.computeIfAbsent(name, n -> {
            Tensor fresh = Tensor.of(node.id() + "/" + n, arena.allocate(shape.size()), shape);
            for (int i = 0; value != 0 && i < shape.size(); i++) {
                fresh.data().put(i, value);
            }
            return fresh;
        });
    }

    @Override
    public boolean fusedWithLoss() {
        return wiring.fused(node.index());
    }

    @Override
    public Product product(Tensor c, Tensor a, Tensor b, Form form) {
        return perhapsLater(c, new Gemm(c, a, b, form, 0));
    }

    @Override
    public Product productAdd(Tensor c, Tensor a, Tensor b, Form form) {
        return perhapsLater(c, new Gemm(c, a, b, form, 1));
    }

    /** Nobody but the optimizer reads a parameter's gradient. */
    private Product perhapsLater(Tensor c, Product product) {
        Integer entry = entries.get(c);
        return entry == null ? product : later.of(entry, product);
    }

    @Override
    public Product products(Tensor c, Tensor a, Tensor b, Form form) {
        return new ManyGemms(c, a, b, form);
    }

    @Override
    public Sweep each(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return new ExampleSweep(loop, write, read);
    }

    @Override
    public ExampleStep example(ExampleLoop loop, Tensor[] write, Tensor... read) {
        return new ExampleSweep(loop, write, read)::runOne;
    }

    @Override
    public ExampleStep copies(Tensor to, Tensor from, Copies copies) {
        return new CopyExample(to, from, copies);
    }

    @Override
    public ExampleStep lines(TileLoop loop, int steps, int length, Lines[] write, Lines... read) {
        return new LineSweep(pool, loop, steps, length, write, read);
    }

    @Override
    public Sweep sweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return new TileSweep(pool, loop, null, false, write, read);
    }

    @Override
    public Sweep sweepWithColumnSums(Tensor sums, TileLoop loop, Tensor[] write, Tensor... read) {
        return new TileSweep(pool, loop, sums, false, write, read);
    }

    @Override
    public Sweep rowSweep(TileLoop loop, Tensor[] write, Tensor... read) {
        return new TileSweep(pool, loop, null, true, write, read);
    }

    @Override
    public Sweep columnSums(Tensor into, Tensor from) {
        TileLoop nothing = (write, read, n) -> {
            // only the sums are wanted
        };
        return new TileSweep(pool, nothing, into, false, new Tensor[0], new Tensor[] {from});
    }

    @Override
    public Sweep copyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns) {
        return new CopyColumns(to, toColumn, from, fromColumn, columns);
    }
}
