package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.run.RunFolder;
import dev.headwater.trainer.inspection.GradientSummary;
import dev.headwater.trainer.inspection.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    private static final int SEEDS = 10;

    @TempDir
    Path temp;

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(Cli.example("xor").getParent())) {
            return files.filter(file -> file.toString().endsWith(".headwater")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyExampleIsWithoutProblemsAndWrittenAsTheProductWritesIt(Path file) throws Exception {
        Json.Obj checked = Cli.run("check", file, "--json").ok().json();
        assertEquals(0, checked.items("problems").size(), checked.toString());
        assertEquals(NetworkFile.write(NetworkFile.read(file).network()), Files.readString(file));
    }

    /** Median validation accuracy, and median first/last gradient ratio at step 0, over seeds 1 to 10. */
    private double[] medians(String name) throws Exception {
        double[] accuracy = new double[SEEDS];
        double[] ratio = new double[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            Path out = temp.resolve(name + i);
            Json.Obj result = Cli.run("train", Cli.example(name), "--json", "--seed", i + 1, "--out", out).ok().json();
            accuracy[i] = result.object("validation").number("accuracy", -1);
            try (Recording recording = Recording.open(RunFolder.open(out))) {
                ratio[i] = new GradientSummary(recording.run().layers()).ratio(recording.first());
            }
        }
        Arrays.sort(accuracy);
        Arrays.sort(ratio);
        return new double[] {(accuracy[4] + accuracy[5]) / 2, (ratio[4] + ratio[5]) / 2};
    }

    @Test
    void theVanishingCircleLearnsNothingBecauseItsGradientVanishes() throws Exception {
        double[] medians = medians("circle-vanishing");
        assertEquals(0.497, medians[0], 0.02);
        assertTrue(medians[1] < 1e-3, Arrays.toString(medians));
        assertTrue(Cli.run("train", Cli.example("circle-vanishing"), "--epochs", 1, "--out", temp.resolve("text")).ok()
                .out().contains("The gradient vanishes: at step 0 dense1 receives"));
    }

    @Test
    void theHealthyCircleLearns() throws Exception {
        double[] medians = medians("circle-healthy");
        assertTrue(medians[0] >= 0.83 && medians[1] > 1e-2, Arrays.toString(medians));
    }

    @Test
    void theSeluCircleLearns() throws Exception {
        double[] medians = medians("circle-selu");
        assertTrue(medians[0] >= 0.82, Arrays.toString(medians));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xor", "spirals"})
    void theGeneratedExamplesAreLearned(String name) throws Exception {
        Json.Obj result = Cli.run("train", Cli.example(name), "--json", "--out", temp.resolve("run")).ok().json();
        double accuracy = result.object("validation").number("accuracy", -1);
        assertTrue(accuracy >= 0.95, name + ": " + accuracy);
    }

    @Test
    void fiftyPlainLayersLoseWhatFiftyResidualOnesKeep() throws Exception {
        String plain = Cli.run("train", Cli.example("deep-plain"), "--epochs", 1, "--out", temp.resolve("a")).ok()
                .out();
        String residual = Cli.run("train", Cli.example("deep-residual"), "--epochs", 1, "--out", temp.resolve("b")).ok()
                .out();
        assertTrue(plain.contains("The gradient vanishes") && plain.contains("layers left out"), plain);
        assertTrue(residual.contains("Gradients reach the first layer"), residual);
    }

    @Test
    void aThousandLayersTrain() throws Exception {
        Json.Obj result = Cli.run("train", Cli.example("deep-thousand"), "--epochs", 1, "--json", "--out",
                temp.resolve("run")).ok().json();
        assertEquals(6, result.whole("steps", 0));
        assertEquals(1000,
                Cli.run("inspect", temp.resolve("run"), "--json").ok().json().items("layers").size());
    }

    @Test
    void digitsAreReadAtNinetyFivePercent() throws Exception {
        String shared = System.getProperty("headwater.shared");
        assumeTrue(shared != null && Files.isDirectory(Path.of(shared, "data", "mnist-10k")),
                "the MNIST files are not here");
        Path data = Path.of(shared, "data", "mnist-10k");
        Json.Obj result = Cli.run("train", Cli.example("digits"), "--json", "--out", temp.resolve("run"), "--set",
                "data.images=" + data.resolve("t10k-images-idx3-ubyte.gz"), "--set",
                "data.labels=" + data.resolve("t10k-labels-idx1-ubyte.gz")).ok().json();
        assertTrue(result.object("validation").number("accuracy", -1) >= 0.95, result.toString());
    }
}
