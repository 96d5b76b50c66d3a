package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableInputTest {
    @TempDir
    Path temp;

    @Test
    void aWordOutOfTheVocabularyEndsTheTrainingWithOneSentence() throws Exception {
        Files.writeString(temp.resolve("words.csv"), "a,b,label\n0,1,0\n2,3,1\n1,7,0\n3,0,1\n");
        Path net = temp.resolve("words.headwater");
        Files.writeString(net, """
                {"headwater": 1,
                 "nodes": [
                  {"id": "in", "layer": "Input", "shape": [2]},
                  {"id": "words", "layer": "Embedding", "from": ["in"], "vocabulary": 4, "size": 3},
                  {"id": "flat", "layer": "Flatten", "from": ["words"]},
                  {"id": "out", "layer": "Dense", "from": ["flat"], "units": 1, "activation": "sigmoid"}],
                 "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
                 "data": {"source": "csv", "file": "words.csv", "label": "label", "split": {"validation": 0.25}},
                 "recipe": {"epochs": 2, "batch": 2}}
                """);
        Path out = temp.resolve("run");
        Cli.run("train", net, "--quiet", "--out", out).refused(2, "node 'words': Embedding reads 7", "[0, 3]",
                "\"vocabulary\"");
        assertEquals(RunState.FAILED, RunFolder.open(out).read().state());
        Cli.run("train", net, "--quiet", "--set", "nodes.words.vocabulary=8", "--out", temp.resolve("second")).ok();
    }
}
