package dev.headwater.core.engine;

import dev.headwater.core.engine.Diverged.Phase;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Probe;
import dev.headwater.core.optimizer.Optimizer;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One network laid out in native memory, ready to train: the product's training step. One thread at a time. Equal
 * design, seed, parts and BLAS kernel give equal bits, whatever the number of threads.
 */
public final class Model implements AutoCloseable {
    /** Beyond these an update of finite gradients might overflow, so the step keeps a copy to go back to. */
    private static final double RISKY_GRADIENT = 1e18;
    private static final double RISKY_RATE = 1e6;
    private static final double RISKY_WEIGHT = 1e30;
    /** Weights are measured at least this often, recorded or not: below the risky sizes none can overflow in between. */
    private static final int WATCHED = 16;

    private final Arena arena = new Arena();
    private final Wiring wiring;
    private final Parameters parameters;
    private final States states;
    private final Optimizer optimizer;
    private final Probe probe;
    private final int batch;
    private final PartPlan[] parts;
    private final Workers workers;
    private final GradientPass gradients;
    private final UpdatePass updates;
    private final Recorder recorder;
    private final HistogramPass histograms;
    private final Stages stages;
    private final Workers.Task trainPart = this::trainPart;
    private final Workers.Task evaluatePart = this::evaluatePart;
    private final Workers.Task measureGradient = this::measureGradient;
    private final Workers.Task update = this::update;

    private long step;
    private float[] inputs;
    private float[] targets;
    private int[] lengths;
    private int rows;
    private int meanOver;
    private int probeRows;
    private int activeParts;
    private boolean measure;
    private double loss;

    /**
     * Lays a network out for batches of at most {@code batch} examples.
     *
     * @param graph the design, without errors and with at least one loss
     * @param parts into how many parts a batch is cut; decides the bits
     * @param threads how many parts run at once; does not
     * @throws IllegalArgumentException if it does not fit into memory that can be addressed
     */
    public Model(Graph graph, Optimizer optimizer, Probe probe, int batch, int parts, int threads) {
        Backend.start();
        this.optimizer = optimizer;
        this.probe = probe;
        this.batch = batch;
        wiring = new Wiring(graph);
        int cut = Math.max(1, Math.min(parts, batch));
        parameters = new Parameters(wiring.nodes(), wiring.live(), cut, optimizer.slots().size(), arena);
        states = new States(wiring.nodes(), wiring.live(), arena);
        this.parts = new PartPlan[cut];
        for (int i = 0; i < cut; i++) {
            this.parts[i] = new PartPlan(wiring, parameters, states, i, Math.ceilDiv(batch, cut), arena);
        }
        workers = new Workers(Math.max(1, Math.min(threads, cut)));
        stages = new Stages(this, this.parts, workers);
        gradients = new GradientPass(parameters, workers.threads());
        updates = new UpdatePass(parameters, optimizer, workers.threads());
        recorder = new Recorder(wiring, parameters, probe);
        histograms = new HistogramPass(parameters);
    }

    /** Draws all parameters anew from the seed, clears the optimizer and starts at step 0. */
    public void initialize(long seed) {
        parameters.initialize(seed);
        states.reset();
        for (PartPlan part : parts) {
            part.seed(seed);
        }
        resumeAt(0);
    }

    /** The step that comes next, from 0. */
    public long step() {
        return step;
    }

    /** Goes on at this step after the {@link #tensors} were restored. */
    public void resumeAt(long next) {
        step = next;
        updates.forget();
    }

    /**
     * One training step: forward, backward, update. Afterwards {@link #values} and {@link #flags} hold its telemetry.
     *
     * @param examples row-major inputs of {@code count} examples, as every input of the network reads them
     * @param wanted their targets
     * @param count at most the batch the network was laid out for
     * @return the mean loss of the batch before the update
     * @throws Diverged if a value was not finite; nothing has been applied then
     */
    public double step(float[] examples, float[] wanted, int count) {
        return step(examples, wanted, null, count);
    }

    /**
     * One training step on examples of unequal length.
     *
     * @param lengthOf how many steps of each example count; {@code null} if all do
     * @see #step(float[], float[], int)
     */
    public double step(float[] examples, float[] wanted, int[] lengthOf, int count) {
        set(examples, wanted, lengthOf, count, count);
        probeRows = recorder.probeRows(step, count);
        measure = recorder.parametersDue(step) || step % WATCHED == 0;
        if (parts[0].gatherings().length == 0) {
            workers.run(trainPart, parts.length);
        } else {
            stages.run();
        }
        loss = 0;
        for (PartPlan part : parts) {
            loss += part.loss();
        }
        workers.run(measureGradient, parameters.entries().size());
        if (!Double.isFinite(loss) || !gradients.finite()) {
            record();
            throw new NonFiniteSearch(wiring, parameters, parts, step).find();
        }
        updates.begin(step);
        if (risky()) {
            applyOrGoBack();
        } else {
            workers.run(update, parameters.entries().size());
        }
        if (histogramDue(step)) {
            histograms.run();
        }
        record();
        parts[0].settle();
        step++;
        return loss;
    }

    private void set(float[] examples, float[] wanted, int[] lengthOf, int count, int divisor) {
        if (count < 1 || count > batch) {
            throw new IllegalArgumentException("a batch has 1 to " + batch + " examples, was " + count);
        }
        inputs = examples;
        targets = wanted;
        lengths = lengthOf;
        rows = count;
        meanOver = divisor;
        activeParts = Math.ceilDiv(count, share());
        for (PartPlan part : parts) {
            part.divide(wanted, lengthOf, count);
        }
    }

    private int share() {
        return Math.ceilDiv(rows, parts.length);
    }

    void load(int index, boolean training) {
        int from = Math.min(rows, index * share());
        int count = Math.min(rows, from + share()) - from;
        parts[index].load(inputs, targets, lengths, from, count, meanOver, training, step);
    }

    private void trainPart(int index) {
        PartPlan part = parts[index];
        load(index, true);
        part.probe().clear();
        part.forward();
        part.backward(probeOutputs(index));
    }

    /** Measures a part's outputs; gives the number of its rows that are measured. */
    int probeOutputs(int index) {
        PartPlan part = parts[index];
        int probed = Math.clamp(probeRows - (long) index * share(), 0, part.pass().rows());
        if (probed > 0) {
            part.probe().outputs(probed);
        }
        return probed;
    }

    private void measureGradient(int k) {
        gradients.run(k, k % workers.threads(), activeParts);
    }

    private void update(int k) {
        updates.run(k, k % workers.threads(), measure);
    }

    private void record() {
        recorder.record(step, loss, optimizer.learningRate(), gradients, updates, parts, probeRows, rows);
    }

    private boolean risky() {
        if (gradients.largest() > RISKY_GRADIENT || optimizer.learningRate() > RISKY_RATE) {
            return true;
        }
        for (int k = 0; k < parameters.entries().size(); k++) {
            if (!(updates.weightNorm(k) < RISKY_WEIGHT)) {
                return true;
            }
        }
        return false;
    }

    /** The rare step that may overflow: done on probation. Allocates, which no ordinary step does. */
    private void applyOrGoBack() {
        Map<Tensor, float[]> kept = new LinkedHashMap<>();
        for (Tensor tensor : tensors().values()) {
            float[] copy = new float[tensor.data().capacity()];
            tensor.data().get(0, copy);
            kept.put(tensor, copy);
        }
        workers.run(update, parameters.entries().size());
        for (Parameters.Entry entry : parameters.entries()) {
            float bad = NonFiniteSearch.firstBad(parameters.value(entry), 1);
            if (!Float.isFinite(bad)) {
                record();
                kept.forEach((tensor, copy) -> tensor.data().put(0, copy));
                throw new Diverged(step, entry.nodeId(), "the parameter " + entry.spec().name(), Phase.UPDATE, bad);
            }
        }
    }

    /** Starts an evaluation over {@code total} examples: no gradients, no telemetry, nothing changes. */
    public Evaluation evaluation(int total) {
        return new Evaluation(this, total, wiring);
    }

    /** Runs some examples forward for an evaluation over {@code total}; each part's share of the loss is left in it. */
    void forward(float[] examples, float[] wanted, int[] lengthOf, int count, int total) {
        set(examples, wanted, lengthOf, count, total);
        workers.run(evaluatePart, parts.length);
    }

    private void evaluatePart(int index) {
        load(index, false);
        parts[index].forward();
    }

    /** Another network laid out with this one's optimizer for one part of so many examples. */
    Model of(Graph graph, int examples) {
        return new Model(graph, optimizer, probe, examples, 1, 1);
    }

    PartPlan[] parts() {
        return parts;
    }

    /** Examples that fit into one call. */
    public int batch() {
        return batch;
    }

    /** How many parts run at once. */
    public int threads() {
        return workers.threads();
    }

    /** Whether the loss at this node starts from the logits, so that its output gradient is dL/d(logits). */
    public boolean fusedWithLoss(int node) {
        return wiring.fused(node);
    }

    /** Whether this node leads to a loss; others are not computed and have no telemetry. */
    public boolean live(int node) {
        return wiring.live()[node];
    }

    /** The order of the numbers in {@link #values}. */
    public FrameLayout layout() {
        return recorder.layout();
    }

    /** The telemetry of the last step, overwritten by the next; what {@link #flags} does not name is stale. */
    public double[] values() {
        return recorder.values();
    }

    /** Which kinds of series the last step recorded. */
    public int flags() {
        return recorder.flags();
    }

    /** The order of the numbers in {@link #histograms}. */
    public FrameLayout histogramLayout() {
        return histograms.layout();
    }

    /** Whether a step records histograms. */
    public boolean histogramDue(long at) {
        return Recorder.due(at, probe.histograms());
    }

    /** The histograms of the last step that recorded any. */
    public double[] histograms() {
        return histograms.values();
    }

    /**
     * Everything a checkpoint must hold, by name: {@code node/parameter}, {@code optimizer.slot/node/parameter} and
     * {@code state/node/name}.
     * Live views: what is written into them is what the next step starts from.
     */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<String> slots = optimizer.slots();
        for (Parameters.Entry entry : parameters.entries()) {
            tensors.put(entry.path(), parameters.value(entry));
            for (int i = 0; i < slots.size(); i++) {
                tensors.put("optimizer." + slots.get(i) + "/" + entry.path(), parameters.slot(entry, i));
            }
        }
        states.tensors().forEach((name, tensor) -> tensors.put("state/" + name, tensor));
        return Collections.unmodifiableMap(tensors);
    }

    /** The gradients of the last step by {@code node/parameter}, summed over the parts; live views. */
    public Map<String, Tensor> gradients() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameters.Entry entry : parameters.entries()) {
            tensors.put(entry.path(), parameters.gradient(entry, 0));
        }
        return Collections.unmodifiableMap(tensors);
    }

    /** Bytes of native memory held. */
    public long bytes() {
        return arena.bytes();
    }

    /** Frees the memory and ends the threads. */
    @Override
    public void close() {
        workers.close();
        arena.close();
    }
}
