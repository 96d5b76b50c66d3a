package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static Network read(String text) {
        return Designs.parse(text).network();
    }

    @Test
    void aFileInTheUsualOrderIsWrittenAsItWas() {
        assertEquals(Designs.RICH, NetworkFile.write(read(Designs.RICH)));
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Network network = read(Designs.RICH);
        String text = NetworkFile.write(network);
        assertEquals(network, read(text));
        assertEquals(text, NetworkFile.write(read(text)));
    }

    @Test
    void everyUnknownMemberIsKept() {
        String text = """
                {"future": {"x": [1, {"y": null}]}, "headwater": 1, "data": {"source": "circle", "q": 1},
                 "nodes": [{"id": "in", "layer": "Input", "shape": [2], "note": "mine"},
                           {"id": "s", "block": "b", "from": "in", "note2": 2}],
                 "blocks": {"b": {"author": "me", "nodes": [{"id": "a", "layer": "Flatten", "from": ["$in"], "n": 3}],
                   "out": "a"}},
                 "losses": [{"weight": 2, "node": "s", "loss": "mse"}],
                 "recipe": {"mood": "good", "optimizer": {"kind": "sgd", "dampening": 0.5}, "probe": {"z": 1}},
                 "diagram": {"in": [1, 2], "legend": "x"}}""";
        String written = NetworkFile.write(read(text));
        for (String kept : List.of("\"future\": {\"x\": [1, {\"y\": null}]}", "\"q\": 1", "\"note\": \"mine\"",
                "\"note2\": 2", "\"author\": \"me\"", "\"n\": 3", "\"weight\": 2", "\"loss\": \"mse\"",
                "\"mood\": \"good\"", "\"dampening\": 0.5", "\"z\": 1", "\"legend\": \"x\"")) {
            assertTrue(written.replace(" ", "").replace("\n", "").contains(kept.replace(" ", "")), kept + " in "
                    + written);
        }
        assertEquals(read(text), read(written));
        List<String> warnings = Designs.problems(text).stream().filter(p -> p.contains("has no effect")).toList();
        assertEquals(9, warnings.size(), warnings.toString());
    }

    @Test
    void aChangedRecipeKeepsWhatItDoesNotTouch() {
        Network n = read(Designs.RICH);
        Recipe r = n.recipe();
        Recipe changed = new Recipe(new Sgd(0.1, 0.9), r.batch(), 5, r.seed(), OptionalInt.of(4), r.threads(), r
                .probe(),
                r.fit(), r.clip(), r.gradientNoise(), r.schedule(), r.accumulate(), r.stopping(), r.conditioning());
        Network after = new Network(n.format(), n.nodes(), n.blocks(), n.losses(), n.data(), changed, n.diagram(),
                n.unknown(), n.source());
        String text = NetworkFile.write(after);
        assertEquals(Json.object().put("optimizer", Json.object().put("kind", "sgd").put("learningRate", 0.1)
                .put("momentum", 0.9).build()).put("batch", 128).put("epochs", 5).put("probe", Json.Obj.EMPTY)
                .put("parts", 4).build().toString(), Designs.parse(text).tree().get("recipe").toString());
        assertEquals(after, read(text));
        assertNotEquals(n, read(text));
    }

    @Test
    void everyCatalogedEntryAndEveryDefaultBinds() {
        for (Catalog<?> catalog : List.of(Layers.ALL, Activations.ALL, Initializers.ALL, Losses.ALL,
                Optimizers.ALL)) {
            for (Entry<?> entry : catalog.entries()) {
                assertTrue(!entry.about().isEmpty(), entry.name());
                roundTrip(catalog, entry);
            }
        }
    }

    private static <T> void roundTrip(Catalog<T> catalog, Entry<?> entry) {
        Json.Builder object = Json.object().put(catalog.key(), entry.name());
        entry.settings().stream().filter(setting -> setting.required()).forEach(setting -> object.put(setting.name(),
                switch (setting.kind()) {
                    case WHOLE, REAL -> Json.of((long) Math.max(1, setting.range().min()));
                    case SHAPE, OPEN_SHAPE -> Json.array(List.of(Json.of(1L)));
                    case ENTRY -> setting.raw() == Layer.class ? Json.of("Softmax") // the first one has settings
                            : Json.of(Vocabulary.binder().catalog(setting.raw()).names().get(0));
                    default -> throw new IllegalStateException(setting.toString());
                }));
        List<Problem> problems = new ArrayList<>();
        T value = Vocabulary.binder().bind(catalog, object.build(), Set.of(), new ProblemList(problems));
        assertEquals(List.of(), problems);
        assertEquals(object.build(), Vocabulary.binder().unbind(value));
    }

    @Test
    void anEmptyFileHasTheDefaultRecipeAndWritesNone() {
        Network network = read("{\"headwater\": 1, \"nodes\": []}");
        assertEquals(Recipe.byDefault(), network.recipe());
        assertEquals("{\n  \"headwater\": 1,\n  \"nodes\": [],\n  \"losses\": []\n}\n", NetworkFile.write(network));
    }
}
