package dev.headwater.core.engine;

import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Copies;
import dev.headwater.core.layer.ExampleLoop;
import dev.headwater.core.layer.ExampleStep;
import dev.headwater.core.layer.Form;
import dev.headwater.core.layer.Gathering;
import dev.headwater.core.layer.Kernel;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Lines;
import dev.headwater.core.layer.Noise;
import dev.headwater.core.layer.Place;
import dev.headwater.core.layer.Product;
import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.layer.Sweep;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One layer on the engine's real products and sweeps, with every tensor in the test's hands. */
public final class LayerBench implements AutoCloseable {
    private final Arena arena = new Arena();
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> inputGradients = new ArrayList<>();
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> gradients = new LinkedHashMap<>();
    private final Map<String, Tensor> states = new LinkedHashMap<>();
    private final Map<String, Boolean> trained = new LinkedHashMap<>();
    private final Tensor output;
    private final Tensor outputGradient;
    private final Map<String, Tensor> scratch = new LinkedHashMap<>();
    private final Kernel kernel;
    private final Later later = new Later(1);
    private final int rows;
    private final int[] lengths;

    /** The layer bound for {@code rows} examples of these inputs. */
    public LayerBench(Layer layer, List<Shape> shapes, int rows, boolean fused) {
        this(layer, shapes, rows, fused, null);
    }

    /** The same, of whose examples only so many steps count; {@code null} for all. */
    public LayerBench(Layer layer, List<Shape> shapes, int rows, boolean fused, int[] lengths) {
        Backend.start();
        this.lengths = lengths;
        this.rows = rows;
        for (int i = 0; i < shapes.size(); i++) {
            inputs.add(arena.batch("x" + i, shapes.get(i), rows));
            inputGradients.add(arena.batch("dx" + i, shapes.get(i), rows));
        }
        Shape out = layer.outputShape(shapes);
        output = arena.batch("y", out, rows);
        outputGradient = arena.batch("dy", out, rows);
        for (ParameterSpec spec : layer.parameters(shapes)) {
            trained.put(spec.name(), spec.trainable());
            parameters.put(spec.name(), Tensor.of(spec.name(), arena.allocate(spec.shape().size()), spec.shape()));
            gradients.put(spec.name(), Tensor.of(spec.name(), arena.allocate(spec.shape().size()), spec.shape()));
        }
        for (StateSpec spec : layer.states(shapes)) {
            Tensor state = Tensor.of(spec.name(), arena.allocate(spec.shape().size()), spec.shape());
            for (int i = 0; i < spec.shape().size(); i++) {
                state.data().put(i, spec.initial());
            }
            states.put(spec.name(), state);
        }
        kernel = layer.bind(new BenchPlace(fused));
    }

    /** Forward as an evaluation does it: nothing is gathered, states are used as they are. */
    public void evaluate() {
        StepPass pass = new StepPass();
        pass.set(0, rows, rows, lengths, false, 0);
        kernel.forward(pass);
    }

    /** Brings the layer's states up to date, as after a good step. */
    public void settle() {
        StepPass pass = new StepPass();
        pass.set(0, rows, rows, lengths, true, 0);
        kernel.settle(pass);
    }

    public Map<String, Tensor> states() {
        return states;
    }

    /** Forward and backward, but the products of parameters' gradients only when all else is done. */
    public void runLate(double[] upstream) {
        later.open(true);
        run(upstream);
        later.open(false);
        later.run(0);
    }

    /** Forward and backward; what the layer does not write of its inputs' gradients is no number. */
    public void run(double[] upstream) {
        StepPass pass = new StepPass();
        pass.set(0, rows, rows, lengths, true, 0);
        if (kernel instanceof Gathering gathering) {
            gathering.gatherForward(pass);
        }
        kernel.forward(pass);
        write(outputGradient, upstream);
        for (Tensor gradient : inputGradients) { // shared with other layers' in a network
            for (int i = 0; i < gradient.data().capacity(); i++) {
                gradient.data().put(i, Float.NaN);
            }
        }
        if (kernel instanceof Gathering gathering) {
            gathering.gatherBackward(pass);
        }
        kernel.backward(pass);
    }

    public Tensor input(int i) {
        return inputs.get(i);
    }

    public Tensor inputGradient(int i) {
        return inputGradients.get(i);
    }

    public Tensor output() {
        return output;
    }

    public Tensor outputGradient() {
        return outputGradient;
    }

    public Kernel kernel() {
        return kernel;
    }

    public Map<String, Tensor> parameters() {
        return parameters;
    }

    public Map<String, Tensor> gradients() {
        return gradients;
    }

    /** The layer's own memory by name; throws where there is none of it. */
    public Tensor scratch(String name) {
        return java.util.Objects.requireNonNull(scratch.get(name), name);
    }

    /** Whether a parameter is drawn and stays, so that its gradient is left at 0. */
    public boolean fixed(String parameter) {
        return !trained.get(parameter);
    }

    /** Copies values into a tensor, rounded to float. */
    public static void write(Tensor tensor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            tensor.data().put(i, (float) values[i]);
        }
    }

    /** A tensor's values. */
    public static double[] read(Tensor tensor) {
        double[] values = new double[tensor.data().capacity()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.data().get(i);
        }
        return values;
    }

    @Override
    public void close() {
        arena.close();
    }

    private final class BenchPlace implements Place {
        private final TilePool pool = new TilePool();
        private final boolean fused;

        BenchPlace(boolean fused) {
            this.fused = fused;
        }

        @Override
        public int inputs() {
            return inputs.size();
        }

        @Override
        public Tensor input(int i) {
            return inputs.get(i);
        }

        @Override
        public Tensor inputGradient(int i) {
            return inputGradients.get(i);
        }

        @Override
        public boolean needsInputGradient(int i) {
            return true;
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
            return parameters.get(name);
        }

        @Override
        public Tensor gradient(String name) {
            return gradients.get(name);
        }

        @Override
        public Tensor scratch(String name, Shape shape) {
            return scratch.computeIfAbsent(name, n -> arena.batch(n, shape, rows));
        }

        @Override
        public Tensor buffer(String name, Shape shape, float value) {
            Tensor buffer = Tensor.of(name, arena.allocate(shape.size()), shape);
            for (int i = 0; i < shape.size(); i++) {
                buffer.data().put(i, value);
            }
            scratch.put(name, buffer);
            return buffer;
        }

        @Override
        public boolean fusedWithLoss() {
            return fused;
        }

        @Override
        public Product product(Tensor c, Tensor a, Tensor b, Form form) {
            return perhapsLater(c, new Gemm(c, a, b, form, 0));
        }

        @Override
        public Product productAdd(Tensor c, Tensor a, Tensor b, Form form) {
            return perhapsLater(c, new Gemm(c, a, b, form, 1));
        }

        private Product perhapsLater(Tensor c, Product product) {
            return gradients.values().stream().anyMatch(own -> own == c) ? later.of(0, product) : product;
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
        public ExampleStep lines(TileLoop loop, int steps, int length, Lines[] write, Lines... read) {
            return new LineSweep(pool, loop, steps, length, write, read);
        }

        @Override
        public ExampleStep copies(Tensor to, Tensor from, Copies copies) {
            return new CopyExample(to, from, copies);
        }

        @Override
        public Tensor state(String name) {
            return states.get(name);
        }

        @Override
        public Noise noise(String purpose) {
            NoiseSource noise = new NoiseSource("bench", purpose);
            noise.seed(1);
            return noise;
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
            return new TileSweep(pool, (w, r, n) -> {
                // only the sums
            }, into, false, new Tensor[0], new Tensor[] {from});
        }

        @Override
        public Sweep copyColumns(Tensor to, int toColumn, Tensor from, int fromColumn, int columns) {
            return new CopyColumns(to, toColumn, from, fromColumn, columns);
        }
    }
}
