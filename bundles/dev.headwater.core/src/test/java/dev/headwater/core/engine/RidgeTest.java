package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Fit.RidgeFit;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.ReadOut;
import dev.headwater.core.tensor.Tensor;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidgeTest {
    @Test
    void orthogonalColumnsGiveTheClosedFormByHand() {
        try (LeastSquares squares = new LeastSquares(2, 1, 0.5)) {
            double[][] rows = {{2, 0, 6}, {0, 3, 3}, {0, 0, 5}};
            for (double[] row : rows) {
                System.arraycopy(row, 0, squares.next(), 0, 3);
                squares.add();
            }
            double[][] w = squares.solve();
            assertEquals(2 * 6 / (4 + 0.5), w[0][0], 1e-14);
            assertEquals(3 * 3 / (9 + 0.5), w[1][0], 1e-14);
            assertEquals(3, squares.rows());
        }
    }

    /**
     * With a large α from XᵀX, with a small one by reflections, and with rows that grow first one and then the other; the
     * last is in units of what is summed up.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 1", "1e-9, 1", "0, 1", "0.3, 1e5"})
    void theSolutionMakesTheGradientOfThePunishedSquaresZero(double alpha, double growth) {
        Random random = new Random(3);
        int columns = 30;
        int count = 900; // several blocks and a rest
        int small = 600;
        try (LeastSquares squares = new LeastSquares(columns, 2, alpha)) {
            double[][] all = new double[count][columns + 2];
            for (double[] row : all) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextGaussian() * (squares.rows() < small ? 1 : growth);
                }
                System.arraycopy(row, 0, squares.next(), 0, row.length);
                squares.add();
            }
            double[][] w = squares.solve();
            for (int answer = 0; answer < 2; answer++) {
                for (int k = 0; k < columns; k++) {
                    double gradient = alpha * w[k][answer];
                    for (double[] row : all) {
                        double error = -row[columns + answer];
                        for (int i = 0; i < columns; i++) {
                            error += row[i] * w[i][answer];
                        }
                        gradient += row[k] * error;
                    }
                    assertEquals(0, gradient, 1e-10 * growth * growth);
                }
            }
        }
    }

    /** The second column is the first but for a millionth: of its square a double keeps four digits in XᵀX. */
    @ParameterizedTest
    @CsvSource({"1, 1e-18", "1e6, 1e-3"})
    void columnsThatHardlyDifferKeepTheirDigits(double scale, double alpha) {
        Random random = new Random(5);
        try (LeastSquares squares = new LeastSquares(2, 1, alpha)) {
            for (int i = 0; i < 1_000; i++) {
                double[] row = squares.next();
                row[0] = scale * random.nextGaussian();
                row[1] = row[0] + 1e-6 * scale * random.nextGaussian();
                row[2] = 3 * row[0] - 2 * row[1];
                squares.add();
            }
            double[][] w = squares.solve();
            assertEquals(3, w[0][0], 3e-5);
            assertEquals(-2, w[1][0], 3e-5);
        }
    }

    @Test
    void aColumnThatDependsOnOthersGetsNoWeight() {
        try (LeastSquares squares = new LeastSquares(2, 1, 0)) {
            for (int i = 1; i <= 100; i++) {
                double[] row = squares.next();
                row[0] = i;
                row[1] = 2 * i;
                row[2] = 3 * i;
                squares.add();
            }
            double[][] w = squares.solve();
            assertEquals(3, w[0][0], 1e-12);
            assertEquals(0, w[1][0]);
        }
    }

    private static final String SEQUENCE = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [40, 2]},"
            + "{'id': 'echo', 'layer': 'EchoState', 'from': ['in'], 'units': 12, 'biasScaling': 0.5},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['echo'], 'units': 1}],"
            + "'losses': [{'node': 'out', 'loss': 'mean-squared-error'}], 'recipe': {'fit': {'fit': 'ridge', 'alpha': 1e-9,"
            + "'washout': 10}}}";

    @Test
    void theReadOutOfAReservoirIsFoundFromTheStepsAfterTheWashout() {
        Network network = Nets.network(SEQUENCE);
        Graph graph = Nets.graph(network);
        RidgeFit fit = (RidgeFit) network.recipe().fit();
        assertEquals(new RidgeFit(1e-9, OptionalInt.of(10)), fit);
        float[] inputs = Nets.normal(5 * 40 * 2, 1);
        float[] targets = new float[5 * 40];
        float[] wrong = new float[5 * 40];
        for (int parts = 1; parts <= 2; parts++) {
            try (Model model = new Model(graph, network.recipe().optimizer(), network.recipe().probe(), 5, parts, 1)) {
                model.initialize(7);
                Tensor weight = model.tensors().get("out/weight");
                Tensor bias = model.tensors().get("out/bias");
                float[] wanted = new float[12];
                weight.data().get(0, wanted);
                bias.data().put(0, 0.25f);
                new Prediction(model, graph).run(inputs, 5, targets); // what this very read-out says
                for (int i = 0; i < targets.length; i++) {
                    wrong[i] = i % 40 < 10 ? 100 : targets[i]; // within the washout
                }
                for (int i = 0; i < 12; i++) {
                    weight.data().put(i, 0f);
                }
                Ridge ridge = new Ridge(model, ReadOut.of(graph, fit), fit.alpha());
                assertEquals(5 * 30, ridge.add(inputs, wrong, null, 5));
                ridge.solve();
                for (int i = 0; i < 12; i++) {
                    assertEquals(wanted[i], weight.data().get(i), 2e-5, "weight " + i);
                }
                assertEquals(0.25, bias.data().get(0), 2e-5);
                assertEquals(1, model.step());
            }
        }
    }

    @Test
    void whatIsPaddingIsNotFitted() {
        Network network = Nets.network(SEQUENCE);
        Graph graph = Nets.graph(network);
        try (Model model = new Model(graph, network.recipe().optimizer(), network.recipe().probe(), 2, 1, 1)) {
            model.initialize(1);
            Ridge ridge = new Ridge(model, ReadOut.of(graph, (RidgeFit) network.recipe().fit()), 1);
            assertEquals(5 + 30, ridge.add(Nets.normal(160, 1), new float[80], new int[] {15, 40}, 2));
        }
    }

    @Test
    void aStateThatIsNoNumberEndsTheFit() {
        Network network = Nets.network(SEQUENCE);
        Graph graph = Nets.graph(network);
        try (Model model = new Model(graph, network.recipe().optimizer(), network.recipe().probe(), 1, 1, 1)) {
            model.initialize(1);
            Ridge ridge = new Ridge(model, ReadOut.of(graph, (RidgeFit) network.recipe().fit()), 1);
            float[] inputs = Nets.normal(80, 1);
            inputs[45] = Float.NaN;
            Diverged e = assertThrows(Diverged.class, () -> ridge.add(inputs, new float[40], null, 1));
            assertTrue(e.getMessage().contains("layer out became NaN in the forward pass"), e.getMessage());
            IllegalStateException none = assertThrows(IllegalStateException.class, () -> new Ridge(model,
                    ReadOut.of(graph, (RidgeFit) network.recipe().fit()), 1).solve());
            assertTrue(none.getMessage().contains("washout smaller"), none.getMessage());
        }
    }

    @Test
    void designsWithoutALinearReadOutAreRefused() {
        String loss = problem(SEQUENCE.replace("'mean-squared-error'", "'binary-cross-entropy'"));
        assertTrue(loss.contains("exactly one loss, mean-squared-error"), loss);
        String bent = problem(SEQUENCE.replace("'units': 1}", "'units': 1, 'activation': 'tanh'}"));
        assertTrue(bent.contains("node out, which the loss judges, must be a Dense layer with the activation linear"),
                bent);
        String washout = problem(SEQUENCE.replace("'washout': 10", "'washout': 40"));
        assertTrue(washout.contains("leaves out 40 steps, but node out reads only 40"), washout);
    }

    private static String problem(String text) {
        return assertThrows(AssertionError.class, () -> Nets.graph(Nets.network(text))).getMessage();
    }
}
