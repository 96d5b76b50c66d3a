package dev.headwater.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small network files for tests. */
final class Networks {
    /** Two inputs, four units, one sigmoid unit; 200 points of XOR, 150 to train on: 10 steps an epoch. */
    static final String XOR = """
            {"headwater": 1,
             "nodes": [
              {"id": "in", "layer": "Input", "shape": [2]},
              {"id": "hidden", "layer": "Dense", "from": ["in"], "units": 4, "activation": "tanh"},
              {"id": "out", "layer": "Dense", "from": ["hidden"], "units": 1, "activation": "sigmoid"}],
             "losses": [{"node": "out", "loss": "binary-cross-entropy"}],
             "data": {"source": "xor", "points": 200, "split": {"validation": 0.25}},
             "recipe": {"optimizer": {"kind": "adam", "learningRate": 0.01}, "batch": 16, "epochs": 3, "seed": 5}}
            """;

    private Networks() {
    }

    static Path xor(Path folder) throws IOException {
        return write(folder, XOR);
    }

    /** XOR with one piece of text replaced. */
    static Path xor(Path folder, String old, String changed) throws IOException {
        if (!XOR.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return write(folder, XOR.replace(old, changed));
    }

    static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("net.headwater"), text);
    }

    /** XOR on a table that is written beside it. */
    static Path table(Path folder, String rows) throws IOException {
        Files.writeString(folder.resolve("table.csv"), rows);
        return xor(folder, "{\"source\": \"xor\", \"points\": 200, \"split\": {\"validation\": 0.25}}",
                "{\"source\": \"csv\", \"file\": \"table.csv\", \"label\": \"label\", \"split\": {\"validation\": 0.25}}");
    }
}
