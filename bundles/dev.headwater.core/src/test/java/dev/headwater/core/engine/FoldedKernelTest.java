package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.layer.Gathering;
import dev.headwater.core.layer.Kernel;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Pass;
import dev.headwater.core.layer.Place;
import dev.headwater.core.layer.StateSpec;
import dev.headwater.core.layer.TimeDistributed;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers inside TimeDistributed that need more than forward and backward. */
class FoldedKernelTest {
    /** y = x − mean over all values of the batch; keeps the mean. */
    record Centered() implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public List<StateSpec> states(List<Shape> inputs) {
            return List.of(new StateSpec("mean", Shape.of(1), 7));
        }

        @Override
        public Kernel bind(Place place) {
            Tensor x = place.input(0);
            Tensor y = place.output();
            double[] sums = new double[1];
            double[] back = new double[1];
            return new Gathering() {
                @Override
                public double[] forwardSums() {
                    return sums;
                }

                @Override
                public void gatherForward(Pass pass) {
                    sums[0] = sum(x, pass);
                }

                @Override
                public double[] backwardSums() {
                    return back;
                }

                @Override
                public void gatherBackward(Pass pass) {
                    back[0] = sum(place.outputGradient(), pass);
                }

                @Override
                public void forward(Pass pass) {
                    subtract(x, sums[0], y, pass);
                }

                @Override
                public void backward(Pass pass) {
                    subtract(place.outputGradient(), back[0], place.inputGradient(0), pass);
                }

                @Override
                public void settle(Pass pass) {
                    place.state("mean").data().put(0, (float) (sums[0] / pass.batchRows() / x.shape().size()));
                }
            };
        }

        private static double sum(Tensor x, Pass pass) {
            double sum = 0;
            for (int i = 0; i < x.size(pass.rows()); i++) {
                sum += x.data().get(i);
            }
            return sum;
        }

        private static void subtract(Tensor x, double sum, Tensor y, Pass pass) {
            double mean = sum / pass.batchRows() / x.shape().size();
            for (int i = 0; i < x.size(pass.rows()); i++) {
                y.data().put(i, (float) (x.data().get(i) - mean));
            }
        }
    }

    @Test
    void sumsOverTheBatchAreOverAllStepsToo() {
        try (LayerBench bench = new LayerBench(new TimeDistributed(new Centered()), List.of(Shape.of(4, 3)), 5,
                false)) {
            assertInstanceOf(Gathering.class, bench.kernel());
            double[] x = new double[60];
            for (int i = 0; i < 60; i++) {
                x[i] = i;
            }
            LayerBench.write(bench.input(0), x);
            bench.run(x);
            bench.settle();
            double[] y = LayerBench.read(bench.output());
            double[] dx = LayerBench.read(bench.inputGradient(0));
            for (int i = 0; i < 60; i++) {
                assertEquals(i - 29.5, y[i], 1e-5);
                assertEquals(i - 29.5, dx[i], 1e-5);
            }
            assertEquals(29.5f, bench.states().get("mean").data().get(0));
            assertTrue(bench.kernel().slope() == null && bench.kernel().logits() == null);
        }
    }
}
