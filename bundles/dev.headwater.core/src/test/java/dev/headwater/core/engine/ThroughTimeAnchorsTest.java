package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.initializer.Chrono;
import dev.headwater.core.initializer.Orthogonal;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.GRU;
import dev.headwater.core.layer.LSTM;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.SimpleRNN;
import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Facts about gradients through time that hold by algebra, or by a published theorem. */
class ThroughTimeAnchorsTest {
    private static final Zeros ZEROS = new Zeros();

    private static void fill(Tensor tensor, int from, int to, double value) {
        for (int i = from; i < to; i++) {
            tensor.data().put(i, (float) value);
        }
    }

    private static void orthogonal(Tensor square, double gain) {
        float[] values = new float[square.shape().size()];
        new Orthogonal(gain).draw(values, new ParameterSpec("u", square.shape(), 1, 1, ZEROS), Seeds.generator(5));
        square.data().put(0, values);
    }

    private static double norm(Tensor sequence, int t) {
        int units = sequence.columns();
        double squares = 0;
        for (int row = 0; row < sequence.rows(); row++) {
            for (int u = 0; u < units; u++) {
                squares += Math.pow(sequence.data().get(row * sequence.shape().size() + t * units + u), 2);
            }
        }
        return Math.sqrt(squares);
    }

    private static double[] normal(int n, double scale, long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> scale * random.nextGaussian()).limit(n).toArray();
    }

    /** Forget gate 1, input gate 0: the cell and its gradient go round unchanged (Hochreiter and Schmidhuber 1997). */
    @Test
    void theCarouselCarriesTheGradientUnchangedOverAnyTime() {
        double[] end = null; // dC_T, the same however long the way was
        for (int steps : new int[] {1, 2, 50, 1000}) {
            for (int truncate : new int[] {0, 10}) {
                LSTM lstm = new LSTM(3, false, ZEROS, ZEROS, ZEROS, true, 1, false, 0, truncate);
                try (LayerBench bench = new LayerBench(lstm, List.of(Shape.of(steps, 2)), 2, false)) {
                    Tensor bias = bench.parameters().get("bias");
                    fill(bias, 0, 3, -200); // i = 0 in float32
                    fill(bias, 3, 6, 200); // f = 1
                    LayerBench.write(bench.input(0), normal(2 * steps * 2, 1, 1));
                    double[] first = {1, -0.5, 2, 0.1, 0.2, -3};
                    LayerBench.write(bench.scratch("cell"), first);
                    bench.run(normal(6, 1, 2));
                    double[] cells = LayerBench.read(bench.scratch("cell"));
                    double[] dc = LayerBench.read(bench.scratch("cellGradient")); // of the cell before the first step
                    end = end == null ? dc : end;
                    for (int i = 0; i < 6; i++) { // step after step, from the cell before the first on
                        assertTrue(end[i] != 0);
                        boolean whole = truncate == 0 || steps <= truncate;
                        assertEquals(whole ? end[i] : 0, dc[i], "dC_" + steps + "/dC_0 is " + (whole ? "1"
                                : "0 where truncated"));
                        assertEquals((float) first[i], cells[steps * 6 + i], "the cell itself");
                    }
                }
            }
        }
    }

    /**
     * Pascanu et al. 2013: σ_max(U) &lt; 1/γ, γ the steepest slope (1 of tanh, 1/4 of the sigmoid), suffices for the
     * gradient to vanish at least as fast as (σ_max γ)^t; beyond 1/γ it can explode.
     */
    @Test
    void pascanusConditionBoundsTheDecayAtEveryStep() {
        for (Activation f : new Activation[] {new Tanh(), new Sigmoid()}) {
            double limit = 1 / f.steepest();
            for (double gain : new double[] {0.5 * limit, 0.9 * limit}) {
                Tensor dh = run(f, gain, 0.3, 40);
                double rate = gain * f.steepest();
                for (int t = 0; t + 1 < 40; t++) {
                    assertTrue(norm(dh, t) <= rate * norm(dh, t + 1) * (1 + 1e-5), f + " at step " + t);
                }
                assertTrue(norm(dh, 0) <= Math.pow(rate, 39) * norm(dh, 39) * (1 + 1e-4));
                assertTrue(norm(dh, 0) > 0, "vanished, and still measured");
            }
        }
        // at z = 0 the slopes are steepest: the bound is reached, and above 1/γ the gradient explodes
        Tensor exact = run(new Tanh(), 0.9, 0, 40);
        assertEquals(1, norm(exact, 0) / (Math.pow(0.9, 39) * norm(exact, 39)), 1e-4);
        Tensor exploding = run(new Tanh(), 1.25, 0, 40);
        assertEquals(1, norm(exploding, 0) / (Math.pow(1.25, 39) * norm(exploding, 39)), 1e-4);
    }

    /** A closed bench's tensor would be gone: its values are copied out. */
    private static Tensor run(Activation f, double gain, double x, int steps) {
        SimpleRNN rnn = new SimpleRNN(6, f, false, ZEROS, ZEROS, ZEROS, true, 0);
        try (LayerBench bench = new LayerBench(rnn, List.of(Shape.of(steps, 2)), 3, false)) {
            orthogonal(bench.parameters().get("weight_hh"), gain); // all singular values equal the gain
            LayerBench.write(bench.parameters().get("weight_ih"), normal(12, 0.5, 7));
            LayerBench.write(bench.input(0), normal(3 * steps * 2, x, 8));
            bench.run(normal(18, 1, 9));
            return copy(bench.kernel().throughTime());
        }
    }

    private static Tensor copy(Tensor tensor) {
        float[] values = new float[tensor.data().capacity()];
        tensor.data().get(0, values);
        return Tensor.batch(tensor.name(), java.nio.FloatBuffer.wrap(values), tensor.shape(), tensor.rows());
    }

    /** Le et al. 2015: ReLU, U = identity, b = 0; where all states are positive the gradient keeps every bit. */
    @Test
    void anIrnnKeepsTheGradient() {
        SimpleRNN irnn = new SimpleRNN(4, new Relu(), false, ZEROS, ZEROS, ZEROS, true, 0);
        try (LayerBench bench = new LayerBench(irnn, List.of(Shape.of(300, 2)), 3, false)) {
            Tensor u = bench.parameters().get("weight_hh");
            for (int i = 0; i < 4; i++) {
                u.data().put(5 * i, 1f);
            }
            double[] positive = Arrays.stream(normal(8, 0.1, 3)).map(Math::abs).toArray();
            LayerBench.write(bench.parameters().get("weight_ih"), positive);
            LayerBench.write(bench.input(0), Arrays.stream(normal(1800, 1, 4)).map(Math::abs).toArray());
            bench.run(normal(12, 1, 5));
            Tensor dh = bench.kernel().throughTime();
            assertTrue(norm(dh, 299) > 0);
            assertEquals(norm(dh, 299), norm(dh, 0));
        }
    }

    /** A gate z that is 1 in float32 lets 1 − z = 1.4e-11 of the gradient through to what is new, not nothing. */
    @Test
    void aClosedGruStillLearnsAsMuchAsItShould() {
        try (LayerBench bench = new LayerBench(new GRU(1, false, ZEROS, ZEROS, ZEROS, true, 0), List.of(Shape.of(1, 1)),
                1,
                false)) {
            bench.parameters().get("bias").data().put(1, 25f);
            bench.parameters().get("bias").data().put(2, 0.5f);
            bench.run(new double[] {1});
            double expected = 1 / (1 + Math.exp(25)) * (1 - Math.pow(Math.tanh(0.5), 2));
            assertEquals(1, bench.gradients().get("bias").data().get(2) / expected, 1e-4);
        }
    }

    /** Tallec and Ollivier 2018: b_f = log u, u uniform in [1, T − 1], b_i = −b_f, the rest 0. */
    @Test
    void chronoSpreadsTheForgetGatesOverAllTimeScales() {
        int units = 4000;
        int longest = 200;
        float[] bias = draw(new LSTM(units, true, ZEROS, ZEROS, new Chrono(longest), true, 1, false, 0, 0), units);
        double[] u = new double[units];
        double sum = 0;
        for (int i = 0; i < units; i++) {
            assertEquals(-bias[units + i], bias[i], "b_i = -b_f");
            assertEquals(0f, bias[2 * units + i]);
            assertEquals(0f, bias[3 * units + i]);
            u[i] = (Math.exp(bias[units + i]) - 1) / (longest - 2);
            sum += u[i];
        }
        Arrays.sort(u);
        assertTrue(u[0] >= -1e-6 && u[units - 1] <= 1 + 1e-6, "within [1, T - 1]");
        assertEquals(0.5, sum / units, 4 * Math.sqrt(1 / 12.0 / units), "mean of a uniform draw");
        double distance = 0;
        for (int i = 0; i < units; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / units - u[i], u[i] - (double) i / units));
        }
        assertTrue(distance < 1.63 / Math.sqrt(units), "Kolmogorov and Smirnov at 1 %: " + distance);
        float[] gru = draw(new GRU(units, true, ZEROS, ZEROS, new Chrono(longest), true, 0), units);
        for (int i = 0; i < units; i++) {
            assertEquals(0f, gru[i]);
            assertTrue(gru[units + i] >= 0 && gru[units + i] <= Math.log(longest - 1) + 1e-6, "z keeps the state");
            assertEquals(0f, gru[2 * units + i]);
        }
    }

    private static float[] draw(Layer layer, int units) {
        ParameterSpec spec = layer.parameters(List.of(Shape.of(5, 3))).stream().filter(p -> p.name().equals("bias"))
                .findFirst().orElseThrow();
        float[] bias = new float[spec.shape().size()];
        assertEquals(0, bias.length % units);
        spec.initializer().check(spec);
        spec.initializer().draw(bias, spec, Seeds.generator(11));
        return bias;
    }

    @Test
    void theForgetGateBeginsRaisedAndEachGateOrthogonal() {
        LSTM lstm = new LSTM(5, true, ZEROS, new Orthogonal(1), ZEROS, true, 1.5, false, 0, 0);
        float[] bias = draw(lstm, 5);
        for (int i = 0; i < 20; i++) {
            assertEquals(i / 5 == 1 ? 1.5f : 0f, bias[i]);
        }
        ParameterSpec u = lstm.parameters(List.of(Shape.of(5, 3))).get(1);
        float[] w = new float[100];
        u.initializer().draw(w, u, Seeds.generator(2));
        for (int gate = 0; gate < 4; gate++) {
            for (int a = 0; a < 5; a++) {
                for (int b = 0; b < 5; b++) {
                    double dot = 0;
                    for (int i = 0; i < 5; i++) {
                        dot += w[gate * 25 + a * 5 + i] * w[gate * 25 + b * 5 + i];
                    }
                    assertEquals(a == b ? 1 : 0, dot, 1e-5);
                }
            }
        }
        assertFalse(Arrays.equals(Arrays.copyOf(w, 25), Arrays.copyOfRange(w, 25, 50)), "gates differ");
    }

    @Test
    void chronoElsewhereIsRefusedWhileDesigning() {
        ParameterSpec bias = new ParameterSpec("bias", Shape.of(8), 3, 8, new Chrono(100));
        String message = assertThrows(IllegalArgumentException.class, () -> new Chrono(100).check(bias)).getMessage();
        assertEquals("the initializer chrono draws the biases of an LSTM or a GRU, bias [8] is none; take zeros or"
                + " another", message);
        SimpleRNN rnn = new SimpleRNN(8, new Tanh(), true, ZEROS, new Chrono(100), ZEROS, true, 0);
        ParameterSpec u = rnn.parameters(List.of(Shape.of(4, 2))).get(1);
        assertThrows(IllegalArgumentException.class, () -> u.initializer().check(u));
    }
}
