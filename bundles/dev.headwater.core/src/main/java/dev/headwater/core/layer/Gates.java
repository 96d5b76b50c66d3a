package dev.headwater.core.layer;

import dev.headwater.core.initializer.Chrono;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.tensor.Shape;
import java.util.random.RandomGenerator;

/**
 * Draws the parameter of several gates, whose rows lie in blocks one after the other, gate by gate: each gate is a
 * layer of its own, and only so its block is orthogonal, the identity, or of the fans that its initializer assumes.
 *
 * @param of draws one gate
 * @param gates how many there are
 * @param raised which gate gets {@code by} on top
 * @param by what it gets
 */
record Gates(Initializer of, int gates, int raised, double by) implements Initializer {
    /** The weight of several gates, (gates · units, inputs). */
    static ParameterSpec weight(String name, int gates, int units, int inputs, Initializer of) {
        return new ParameterSpec(name, Shape.of(gates * units, inputs), inputs, units, new Gates(of, gates, 0, 0));
    }

    /** The bias of several gates, (gates · units), one of them raised; chrono knows the gates itself. */
    static ParameterSpec bias(int gates, int units, int inputs, Initializer of, int raised, double by) {
        return new ParameterSpec("bias", Shape.of(gates * units), inputs, units,
                of instanceof Chrono ? of : new Gates(of, gates, raised, by));
    }

    private ParameterSpec one(ParameterSpec all) {
        int[] extents = all.shape().toArray();
        extents[0] /= gates;
        return new ParameterSpec(all.name(), Shape.of(extents), all.fanIn(), all.fanOut(), of);
    }

    @Override
    public void check(ParameterSpec spec) {
        of.check(one(spec));
    }

    @Override
    public void draw(float[] into, ParameterSpec spec, RandomGenerator random) {
        float[] block = new float[into.length / gates];
        for (int gate = 0; gate < gates; gate++) {
            of.draw(block, one(spec), random);
            for (int i = 0; i < block.length; i++) {
                into[gate * block.length + i] = block[i] + (float) (gate == raised ? by : 0);
            }
        }
    }
}
