package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.headwater.core.data.Dataset;
import dev.headwater.core.data.Parts;
import dev.headwater.core.data.Rows;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.loss.ClassWeighted;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.tensor.Shape;
import dev.headwater.trainer.input.ClassBalance;
import dev.headwater.trainer.input.Design;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Losses that balance their classes by the training part. */
class BalancedWeightsRunTest {
    private static final String NET = """
            {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [1]},
             {"id": "hidden", "layer": "Dense", "from": ["in"], "units": 3},
             {"id": "out", "layer": "Softmax", "from": ["hidden"]}],
             "losses": [{"node": "out", "loss": "categorical-cross-entropy", "classWeights": %s}],
             "data": {"source": "csv", "file": "table.csv", "label": "kind", "split": {"column": "part"}},
             "recipe": {"epochs": 4, "batch": 3, "optimizer": "sgd"}}
            """;

    @TempDir
    Path temp;

    /** Four of a, two of b and one of c train; of the validation part nothing is counted. */
    private Path net(String weights) throws Exception {
        Files.writeString(temp.resolve("table.csv"), """
                x,kind,part
                1,a,train
                2,a,train
                3,b,train
                4,a,train
                5,c,train
                6,b,train
                7,a,train
                8,c,validation
                9,c,validation
                """);
        return Networks.write(temp, NET.formatted(weights));
    }

    private Path train(String name, String weights, Object... more) throws Exception {
        Object[] args = {"train", net(weights), "--quiet", "--out", temp.resolve(name)};
        Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        Cli.run(all).ok();
        return temp.resolve(name);
    }

    @Test
    void theNumbersAreThoseOfTheTrainingPartAndStandInTheRecord() throws Exception {
        Path balanced = train("balanced", "\"balanced\"");
        assertEquals(Map.of("out", List.of(7 / 12.0, 7 / 6.0, 7 / 3.0)), RunFolder.open(balanced).read()
                .classWeights());
        Path given = train("given", "[0.5833333333333334, 1.1666666666666667, 2.3333333333333335]");
        assertEquals(Map.of(), RunFolder.open(given).read().classWeights());
        Bits.assertSame(given, balanced);
        assertEquals(RunScores.train(given), RunScores.train(balanced));
    }

    @Test
    void aRunThatGoesOnKeepsThem() throws Exception {
        Path whole = train("whole", "\"balanced\"");
        train("half", "\"balanced\"", "--epochs", 2);
        Path rest = train("rest", "\"balanced\"", "--resume", temp.resolve("half"));
        Bits.assertSame(whole, rest);
        assertEquals(RunFolder.open(whole).read().classWeights(), RunFolder.open(rest).read().classWeights());
    }

    @Test
    void aClassThatTheTrainingPartLacksIsAnError() throws Exception {
        Path file = net("\"balanced\"");
        Files.writeString(temp.resolve("table.csv"), "x,kind,part\n1,a,train\n2,c,train\n3,b,validation\n");
        Cli.run("train", file, "--quiet").refused(2, "net.headwater:4:13", "node out",
                "the class 'b' never occurs", "give classWeights as numbers, or let data.split choose another");
    }

    @Test
    void stepsThatArePaddingAreNotCounted() throws Exception {
        Path file = Networks.write(temp, """
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [3, 1]},
                 {"id": "out", "layer": "Dense", "from": ["in"], "units": 1, "activation": "sigmoid"}],
                 "losses": [{"node": "out", "loss": "binary-cross-entropy", "positiveWeights": "balanced"}],
                 "data": {"source": "adding"}}""");
        Dataset data = new Dataset("some", Shape.of(3, 1), Shape.of(3, 1), new float[9],
                new float[] {1, 0, 0, 0, 1, 1, 1, 1, 1}, List.of(), null).withLengths(new int[] {3, 1, 2});
        Parts parts = new Parts(Rows.of(new int[] {0, 1}), Rows.of(new int[] {2}), Rows.of(new int[0]));
        Design design = Design.read(file, List.of());
        var graph = ClassBalance.of(design, new TrainingData(data, parts, null, ""));
        assertEquals(List.of(3.0), ((ClassWeighted) graph.losses().getFirst().loss()).weights().values());
        Design plain = Design.read(Networks.xor(temp), List.of());
        assertSame(plain.graph(), ClassBalance.of(plain, new TrainingData(data, parts, null, "")));
    }
}
