package dev.headwater.core.edit;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Problems;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a new layer's required settings say until somebody says better. */
final class FirstSettings {
    /** Where one value is usual; for every other setting the smallest value allowed or the first word will do. */
    private static final Map<String, Json> USUAL = Map.of("units", Json.of(8), "activation", Json.of("relu"), "shape",
            Json.array(List.of(Json.of(2))), "filters", Json.of(8), "kernel", Json.of(3), "of",
            Json.object().put("layer", "Dense").put("units", 8).build());

    private static final Problems SILENT = new Problems() {
        @Override
        public void error(Position at, String message) {
            // the caller sees that there is no layer
        }

        @Override
        public void warning(Position at, String message) {
            // nothing that the caller could do about it
        }
    };

    private FirstSettings() {
    }

    static Json.Obj of(Entry<Layer> entry) {
        Map<String, Json> settings = new LinkedHashMap<>();
        for (Component setting : entry.settings()) {
            if (setting.required()) {
                settings.put(setting.name(), value(setting));
            }
        }
        return Json.Obj.of(settings);
    }

    /** How many inputs such a layer takes at most. */
    static int mostInputs(Entry<Layer> entry) {
        Json.Obj object = of(entry).with(Layers.ALL.key(), Json.of(entry.name()));
        Layer layer = Vocabulary.binder().bind(Layers.ALL, object, Set.of(), SILENT);
        return layer == null ? Integer.MAX_VALUE : layer.maxInputs();
    }

    private static Json value(Component setting) {
        Json usual = USUAL.get(setting.name());
        if (usual != null) {
            return usual;
        }
        double least = setting.range().contains(1) ? 1 : Math.max(setting.range().min(), 0);
        return switch (setting.kind()) {
            case WHOLE, AUTO -> Json.of((long) Math.ceil(least));
            case REAL -> Json.of(setting.range().contains(0.5) ? 0.5 : least);
            case TRUTH -> Json.of(true);
            case TEXT -> Json.of("");
            case WORD -> Json.of(setting.words().getFirst());
            case SHAPE, OPEN_SHAPE -> Json.array(List.of(Json.of(1)));
            case TEXTS, NUMBERS, WEIGHTS, RECORDS -> Json.array(List.of());
            case ENTRY, CHOICE -> first(Vocabulary.binder().catalog(setting.raw()));
            case RECORD -> Json.Obj.EMPTY;
        };
    }

    private static Json first(Catalog<?> catalog) {
        return Json.of(catalog.names().getFirst());
    }
}
