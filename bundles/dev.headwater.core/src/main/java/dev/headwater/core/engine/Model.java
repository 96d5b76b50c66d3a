package dev.headwater.core.engine;

import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.network.Probe;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.GradientNoise;
import dev.headwater.core.optimizer.Optimizer;
import dev.headwater.core.telemetry.FrameLayout;
import dev.headwater.core.tensor.Tensor;
import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One network laid out in native memory, ready to train: the product's training step. One thread at a time. Equal
 * design, seed, parts and BLAS kernel give equal bits, whatever the number of threads.
 */
public final class Model implements AutoCloseable {
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
    private final Instruments instruments;
    private final Recorder recorder;
    private final Trips trips;
    private final Treatment treatment;
    private final Focus focus;
    private final Meanwhile meanwhile;
    private final EpochLoss epochLoss;
    private final Workers.Task measureGradient = this::measureGradient;
    private final Workers.Task update = this::update;

    private long step;
    private double learningRate;
    private int accumulated;
    private int probeRows;
    private boolean measure;
    private double loss;
    /** How much the batches so far count in the step that they make together. */
    private double weights;

    /**
     * Lays a network out for batches of at most {@code batch} examples.
     *
     * @param graph the design, without errors and with at least one loss
     * @param parts into how many parts a batch is cut; decides the bits
     * @param threads how many parts run at once; a second one of a single part measures and updates; does not
     * @throws IllegalArgumentException if it does not fit into memory that can be addressed
     */
    public Model(Graph graph, Optimizer optimizer, Probe probe, int batch, int parts, int threads) {
        this(Pretraining.none(graph), optimizer, new Clip.None(), GradientNoise.NONE, probe, batch,
                parts, threads);
    }

    /** The same by a recipe; of its batches, its schedule and when to end the caller takes care. */
    public Model(Graph graph, Recipe recipe, int batch, int parts, int threads) {
        this(Pretraining.of(graph, recipe.fit()), recipe.optimizer(), recipe.clip(), recipe.gradientNoise(), recipe
                .probe(), batch, parts, threads);
    }

    private Model(Pretraining pretraining, Optimizer optimizer, Clip clip, GradientNoise noise, Probe probe, int batch,
            int parts, int threads) {
        Backend.start();
        learningRate = optimizer.learningRate();
        this.optimizer = optimizer;
        this.probe = probe;
        this.batch = batch;
        wiring = new Wiring(pretraining);
        int cut = Math.max(1, Math.min(parts, batch));
        parameters = new Parameters(wiring.nodes(), wiring.live(), cut, optimizer.slots().size(), arena);
        states = new States(wiring.nodes(), wiring.live(), arena);
        boolean second = cut == 1 && threads > 1;
        GradientSlots slots = new GradientSlots(wiring, sharesGradients(pretraining, second));
        this.parts = new PartPlan[cut];
        for (int i = 0; i < cut; i++) {
            this.parts[i] = new PartPlan(wiring, parameters, states, slots, i, Math.ceilDiv(batch, cut), arena);
        }
        workers = new Workers(Math.max(1, Math.min(threads, cut)));
        epochLoss = new EpochLoss(wiring.losses().size());
        int tools = second ? 2 : workers.threads();
        gradients = new GradientPass(parameters, tools);
        treatment = new Treatment(parameters, clip, noise, tools);
        focus = new Focus(wiring, parameters);
        updates = new UpdatePass(parameters, optimizer, treatment, focus.trained(), tools);
        meanwhile = new Meanwhile(gradients, updates, this.parts[0], parameters.firstEntries(wiring.nodes().size()),
                second);
        trips = new Trips(this.parts, workers, meanwhile, batch);
        instruments = new Instruments(wiring, parameters, this.parts, probe);
        recorder = instruments.recorder();
    }

    /**
     * Whether gradients of outputs can follow each other in the same memory: not where a second thread multiplies weights'
     * gradients later, nor where layers that are idle at times leave theirs as they are.
     */
    static boolean sharesGradients(Pretraining pretraining, boolean second) {
        return !second && pretraining.decoders().isEmpty();
    }

    /** Draws all parameters anew from the seed, clears the optimizer and starts at step 0. */
    public void initialize(long seed) {
        parameters.initialize(seed);
        states.reset();
        seed(seed);
        focus(node -> true, loss -> true, 0);
        resumeAt(0);
    }

    /** Begins all noise of a run, when its parameters come from elsewhere; {@link #initialize} does it too. */
    public void seed(long seed) {
        for (PartPlan part : parts) {
            part.seed(seed);
        }
        treatment.seed(seed);
    }

    /** The learning rate of the steps that follow; before it is set, the optimizer's. */
    public void learningRate(double rate) {
        learningRate = rate;
    }

    /**
     * From now on trains some layers alone, by some of the losses; all others are frozen. The optimizer begins anew with
     * the step at which this was so first: what it keeps is emptied if that is the next.
     *
     * @param nodes whether the layer of an id is trained
     * @param losses whether the loss at the layer of an id counts; at least one must
     * @param since the step
     */
    public void focus(Predicate<String> nodes, Predicate<String> losses, long since) {
        focus.set(nodes, losses, since);
        begin(null, since);
    }

    /**
     * From now on trains the layers of an autoencoder stage, with its decoder and by its loss alone; likewise.
     *
     * @param stage its place among the recipe's stages, from 0
     */
    public void pretrain(int stage, long since) {
        Pretraining.Decoder decoder = wiring.pretraining().decoders().stream().filter(d -> d.stage() == stage)
                .findFirst().orElseThrow();
        focus.set(decoder, since);
        begin(decoder, since);
    }

    private void begin(Pretraining.Decoder decoder, long since) {
        for (PartPlan part : parts) {
            part.pretrain(decoder);
        }
        if (step == since) {
            parameters.clearSlots();
        }
    }

    /** The step that comes next, from 0. */
    public long step() {
        return step;
    }

    /** Goes on at this step after the {@link #tensors} were restored. */
    public void resumeAt(long next) {
        step = next;
        accumulated = 0;
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

    /** The same on examples of unequal length: how many steps of each count; {@code null} if all do. */
    public double step(float[] examples, float[] wanted, int[] lengthOf, int count) {
        probeRows = recorder.probeRows(step, count);
        measure = recorder.parametersDue(step) || step % WATCHED == 0;
        backpropagate(examples, wanted, lengthOf, count, accumulated + count);
        updates.begin(focus.steps(step), learningRate);
        if (Probation.needed(gradients, updates, parameters.entries().size(), learningRate)) {
            applyOrGoBack();
        } else {
            updateAll();
        }
        instruments.measure(step);
        record();
        parts[0].settle();
        epochLoss.settle();
        accumulated = 0;
        step++;
        meanwhile.end();
        return loss;
    }

    /**
     * Adds the gradient of a batch to that of the step that comes next, without an update: with {@link #step} as the last,
     * several batches make one step as a single one with all their examples would: each weighs what its loss is divided
     * by, of several losses the first. The outputs that a step records are those of its last batch, and their gradients
     * those of its mean loss.
     *
     * @param total how many examples the step will see in all its batches
     * @throws Diverged if a value was not finite; nothing of the step has been applied then
     */
    public void accumulate(float[] examples, float[] wanted, int[] lengthOf, int count, int total) {
        if (count >= total - accumulated) {
            throw new IllegalArgumentException("the last of the batches that make a step is given to step(); of "
                    + total + " examples " + accumulated + " were accumulated, and here are " + count);
        }
        if (accumulated == 0) {
            states.keep();
        }
        probeRows = 0;
        backpropagate(examples, wanted, lengthOf, count, total);
        parts[0].settle();
        accumulated += count;
    }

    /** Forward and backward through all parts; the gradients are those of the mean over the step's rows so far. */
    private void backpropagate(float[] examples, float[] wanted, int[] lengthOf, int count, int total) {
        trips.feed(examples, wanted, lengthOf, count, count, step);
        for (PartPlan part : parts) {
            part.pass().after(accumulated);
        }
        double weight = parts[0].divisor(wiring.leading());
        weights = accumulated == 0 ? weight : weights + weight;
        gradients.begin(weight, weights, accumulated == 0, accumulated + count == total,
                recorder.parametersDue(step) || treatment.needsExtremes());
        boolean measured = gradients.alone(parts.length);
        trips.train(probeRows, measured);
        loss = epochLoss.add(parts, accumulated == 0);
        if (!measured) {
            workers.run(measureGradient, parameters.entries().size());
        }
        treatment.begin(step, gradients, focus.trained());
        if (!Double.isFinite(loss) || !gradients.finite()) {
            record();
            goBack();
            throw new NonFiniteSearch(wiring, parameters, parts, () -> trips.train(0, false), step).find();
        }
    }

    /** To the states before the step, of which layers may have changed some while batches were accumulated. */
    private void goBack() {
        if (accumulated > 0) {
            states.goBack();
            accumulated = 0;
        }
    }

    private void measureGradient(int k) {
        gradients.run(k, k % workers.threads(), trips.activeParts());
    }

    private void updateAll() {
        if (!meanwhile.update(measure)) {
            workers.run(update, parameters.entries().size());
        }
    }

    private void update(int k) {
        updates.run(k, k % workers.threads(), measure);
    }

    private void record() {
        recorder.record(step, loss, learningRate, gradients, treatment, updates, parts, probeRows, trips.rows());
    }

    private void applyOrGoBack() {
        Probation probation = new Probation(tensors().values());
        updateAll();
        Diverged overflow = Probation.overflow(parameters, step);
        if (overflow != null) {
            record();
            probation.goBack();
            goBack();
            throw overflow;
        }
    }

    /** Starts an evaluation over {@code total} examples: no gradients, no telemetry, nothing changes. */
    public Evaluation evaluation(int total) {
        return new Evaluation(this, total, wiring);
    }

    /** Runs some examples forward for an evaluation over {@code total}; each part's share of the loss is left in it. */
    void forward(float[] examples, float[] wanted, int[] lengthOf, int count, int total) {
        trips.feed(examples, wanted, lengthOf, count, total, step);
        trips.evaluate();
    }

    /** Runs some examples forward as training sees them, noise and all, and leaves the outputs in the parts. */
    void harvest(float[] examples, float[] wanted, int[] lengthOf, int count) {
        trips.feed(examples, wanted, lengthOf, count, count, step);
        trips.harvest();
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

    /** How many threads compute: parts that run at once, or for a single part one more that measures and updates. */
    public int threads() {
        return meanwhile.helped() ? 2 : workers.threads();
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

    /** What measures but now and then. */
    public Instruments instruments() {
        return instruments;
    }

    /**
     * Everything a checkpoint must hold, by name: {@code node/parameter}, {@code optimizer.slot/node/parameter} and
     * {@code state/node/name}.
     * Live views: what is written into them is what the next step starts from.
     */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = parameters.tensors(optimizer.slots());
        states.tensors().forEach((name, tensor) -> tensors.put("state/" + name, tensor));
        return Collections.unmodifiableMap(tensors);
    }

    /** The gradients of the last step by {@code node/parameter}, summed over the parts; live views. */
    public Map<String, Tensor> gradients() {
        return Collections.unmodifiableMap(parameters.gradientTensors());
    }

    /** The mean loss of the steps since it was cleared. */
    public EpochLoss epochLoss() {
        return epochLoss;
    }

    /** Bytes of native memory held. */
    public long bytes() {
        return arena.bytes();
    }

    /** Frees the memory and ends the threads. */
    @Override
    public void close() {
        workers.close();
        meanwhile.close();
        arena.close();
    }
}
