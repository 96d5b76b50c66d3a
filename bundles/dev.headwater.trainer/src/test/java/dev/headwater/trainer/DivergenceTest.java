package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTest {
    @TempDir
    Path temp;

    @Test
    void itNamesStepLayerTensorDirectionAndWhatToTry() throws Exception {
        Path net = Networks.xor(temp, "\"tanh\"", "\"relu\"");
        Path out = temp.resolve("run");
        Cli cli = Cli.run("train", net, "--quiet", "--set", "recipe.optimizer.learningRate=1e30", "--out", out);
        cli.refused(1, "node out", "step 1", "of layer out became infinite", "forward pass", "smaller learning rate",
                "recipe.clip=global-norm", "recipe.schedule=warm-up",
                out.resolve("checkpoint-1.safetensors").toString());
        assertTrue(Files.exists(out.resolve("checkpoint-1.safetensors")));
        assertEquals(RunState.FAILED, RunFolder.open(out).read().state());
        Json.Obj frame = Cli.run("inspect", out, "--json").ok().json();
        assertEquals(1, frame.whole("step", -1));
        Json.Obj first = (Json.Obj) frame.items("layers").get(1);
        assertTrue(first.get("updateRatio") instanceof Json.Null, "the step was not applied");
    }

    @Test
    void whatIsNotFiniteIsATextInJson() throws Exception {
        Path out = temp.resolve("run");
        Cli.run("train", Cli.example("circle-relu"), "--quiet", "--set", "recipe.optimizer.learningRate=1e30", "--out",
                out).refused(1, "dense");
        String frame = Cli.run("inspect", out, "--json").ok().json().toString();
        assertTrue(frame.contains("\"NaN\"") || frame.contains("\"Infinity\""), frame);
    }

    @Test
    void jsonSaysItOnStandardOutputAlone() throws Exception {
        Path net = Networks.xor(temp, "\"tanh\"", "\"relu\"");
        Cli cli = Cli.run("train", net, "--json", "--set", "recipe.optimizer.learningRate=1e30", "--out",
                temp.resolve("run"));
        assertEquals(1, cli.code());
        assertEquals("out", cli.json().object("error").text("node", null));
        assertEquals("", cli.err());
    }

    @Test
    void whatIsSetAlreadyIsNotAdvised() throws Exception {
        Path net = Networks.xor(temp, "\"tanh\"", "\"relu\"");
        Cli cli = Cli.run("train", net, "--quiet", "--set", "recipe.optimizer.learningRate=1e30", "--set",
                "recipe.clip=norm", "--set", "recipe.schedule=exponential", "--set", "recipe.gradientNoise.eta=0.1",
                "--out", temp.resolve("run"));
        cli.refused(1, "a smaller recipe.clip.threshold (it is 1", "less noise (recipe.gradientNoise.eta is 0.1");
        assertFalse(cli.err().contains("global-norm") || cli.err().contains("warm-up"), cli.err());
    }
}
