package dev.headwater.core.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.edit.Subject.RecipeSubject;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Stopping;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.schedule.Cosine;
import dev.headwater.core.schedule.WarmUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A property sheet changes every part of a recipe. */
class RecipeSettingsTest {
    private static Network set(Network network, Json value, String... path) {
        return Settings.set(network, new RecipeSubject(), List.of(path), value);
    }

    @Test
    void choicesWithinChoicesAreSet() {
        byte[] text = "{\"headwater\": 1, \"nodes\": []}".getBytes(StandardCharsets.UTF_8);
        Network network = NetworkFile.read("net", text).network();
        network = set(network, Json.of("warm-up"), "schedule");
        network = set(network, Json.of(9), "schedule", "steps");
        network = set(network, Json.of("cosine"), "schedule", "then");
        network = set(network, Json.of(0.5), "schedule", "then", "floor");
        network = set(network, Json.of("global-norm"), "clip");
        network = set(network, Json.of(5), "clip", "threshold");
        network = set(network, Json.of(0.3), "gradientNoise", "eta");
        network = set(network, Json.of("early"), "stopping");
        assertEquals(new WarmUp(9, 0.01, new Cosine(0.5, OptionalInt.empty())), network.recipe().schedule());
        assertEquals(new Clip.GlobalNorm(5), network.recipe().clip());
        assertEquals(0.3, network.recipe().gradientNoise().eta());
        assertTrue(network.recipe().stopping() instanceof Stopping.Early);
        Network read = NetworkFile.read("net", NetworkFile.write(network).getBytes(StandardCharsets.UTF_8)).network();
        assertEquals(network.recipe(), read.recipe());
        network = Settings.unset(network, new RecipeSubject(), List.of("schedule"));
        network = Settings.unset(network, new RecipeSubject(), List.of("clip"));
        network = Settings.unset(network, new RecipeSubject(), List.of("gradientNoise", "eta"));
        network = Settings.unset(network, new RecipeSubject(), List.of("stopping"));
        assertEquals("{\n  \"headwater\": 1,\n  \"nodes\": [],\n  \"losses\": []\n}\n", NetworkFile.write(network));
    }

    @Test
    void stagesAreOneListOfObjects() {
        byte[] text = "{\"headwater\": 1, \"nodes\": []}".getBytes(StandardCharsets.UTF_8);
        Network network = set(NetworkFile.read("net", text).network(), Json.of("stages"), "fit");
        Json stage = Json.object().put("nodes", Json.array(List.of(Json.of("a")))).build();
        network = set(network, Json.array(List.of(stage)), "fit", "stages");
        assertTrue(NetworkFile.write(network).replaceAll("\\s", "")
                .contains("\"fit\":{\"fit\":\"stages\",\"stages\":[{\"nodes\":[\"a\"]}]}"), NetworkFile.write(network));
    }
}
