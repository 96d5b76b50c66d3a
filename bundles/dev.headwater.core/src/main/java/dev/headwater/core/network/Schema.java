package dev.headwater.core.network;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Range;
import dev.headwater.core.catalog.Weights;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.schedule.Schedules;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON schema of network files, made from the catalogs: what a text editor completes and underlines from. It is
 * laxer than {@link Graph}, for it sees neither shapes nor names, and unknown members are allowed as in the file.
 */
public final class Schema {
    private static final String DEFINITIONS = "#/$defs/";

    private static final Json.Obj EXTENT = ranged("integer", new Range(1, Integer.MAX_VALUE, false, false));

    private final Map<String, Json> definitions = new TreeMap<>();

    private Schema() {
    }

    /**
     * The schema.
     *
     * @param sources the catalog of what {@code data} may name
     */
    public static Json.Obj of(Catalog<?> sources) {
        return new Schema().root(sources);
    }

    private Json.Obj root(Catalog<?> sources) {
        define(Layers.ALL);
        define(Activations.ALL);
        define(Initializers.ALL);
        define(Optimizers.ALL);
        define(Layers.ALL);
        define(Schedules.ALL);
        define(Vocabulary.binder().catalog(Clip.class));
        define(Vocabulary.binder().catalog(Stopping.class));
        define(Vocabulary.binder().catalog(Fit.class));
        define(Vocabulary.binder().catalog(Conditioning.class));
        definitions.put("reference", Json.object().put("description", "A setting of the block that the node is in.")
                .put("type", "string").put("pattern", "^\\$").build());
        definitions.put("id", Json.object().put("type", "string").put("pattern", "^[A-Za-z0-9_-]{1,100}$").build());
        definitions.put("node", node());
        definitions.put("block", object("A piece of network that nodes use by name.", Json.object()
                .put("settings", object("Names and defaults of what the nodes refer to as \"$name\".", null))
                .put("nodes", list(reference("node"))).put("out", reference("id")).build(), "nodes", "out"));
        define(Losses.ALL);
        definitions.put("judgment", entries(Losses.ALL, Json.object().put("node", type("string")).build(), List.of(
                "node")));
        definitions.put("data", entries(sources, Json.Obj.EMPTY, List.of()));
        Json recipe = record(Recipe.class);
        Json.Obj properties = Json.object()
                .put("$schema", type("string"))
                .put("headwater", Json.object().put("description", "Version of the file format.")
                        .put("const", Network.FORMAT).build())
                .put("nodes", list(reference("node")))
                .put("blocks", Json.object().put("type", "object").put("additionalProperties", reference("block"))
                        .build())
                .put("losses", list(reference("judgment")))
                .put("data", reference("data"))
                .put("recipe", recipe)
                .put("diagram", object("Where nodes are drawn, by id.", null))
                .build();
        Json.Builder root = Json.object().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Headwater network, format " + Network.FORMAT);
        object("A neural network: its layers, losses, data and training recipe.", properties, "headwater", "nodes")
                .members().forEach(root::put);
        return root.put("$defs", Json.Obj.of(definitions)).build();
    }

    private Json node() {
        Json.Obj own = Json.object().put("id", reference("id"))
                .put("from", Json.object().put("description", "What the node reads, in order.")
                        .put("type", array("array", "string")).put("items", type("string")).build())
                .put("block", Json.object().put("description", "Name of the block that stands here.")
                        .put("type", "string").build())
                .put("repeat", Json.object().put("description", "How often the block stands here in a row.")
                        .put("type", "integer").put("minimum", 1).put("maximum", Graph.MAX_REPEAT).build())
                .build();
        Json.Obj node = entries(Layers.ALL, own, List.of("id"));
        return node.with("oneOf", Json.array(List.of(requires("layer"), requires("block"))));
    }

    /** Defines a family under its key: a bare name, or an object that names an entry and has its settings. */
    private void define(Catalog<?> catalog) {
        List<String> bare = new ArrayList<>();
        for (Entry<?> entry : catalog.entries()) {
            if (entry.settings().stream().noneMatch(Component::required)) {
                bare.add(entry.name());
                bare.addAll(entry.aliases());
            }
        }
        definitions.put(catalog.key(), Json.object().put("anyOf", Json.array(List.of(
                Json.object().put("enum", array(bare.toArray(String[]::new))).build(),
                entries(catalog, Json.Obj.EMPTY, List.of(catalog.key()))))).build());
    }

    /** An object that names an entry; what else it may say depends on the name. */
    private Json.Obj entries(Catalog<?> catalog, Json.Obj own, List<String> required) {
        List<String> names = new ArrayList<>();
        List<Json> cases = new ArrayList<>();
        for (Entry<?> entry : catalog.entries()) {
            List<String> all = new ArrayList<>(List.of(entry.name()));
            all.addAll(entry.aliases());
            names.addAll(all);
            Json when = Json.object().put("properties", Json.object().put(catalog.key(), Json.object()
                    .put("enum", array(all.toArray(String[]::new))).build()).build())
                    .put("required", array(catalog.key())).build();
            cases.add(Json.object().put("if", when)
                    .put("then", settings(entry.about(), entry.settings(), catalog == Layers.ALL)).build());
        }
        Json.Builder properties = Json.object();
        own.members().forEach(properties::put);
        properties.put(catalog.key(), Json.object().put("enum", array(names.toArray(String[]::new))).build());
        return object(null, properties.build(), required.toArray(String[]::new)).with("allOf", Json.array(cases));
    }

    private Json record(Class<?> type) {
        return settings(null, Vocabulary.binder().settings(type), false);
    }

    private Json settings(String about, List<Component> settings, boolean mayRefer) {
        Json.Builder properties = Json.object();
        List<String> required = new ArrayList<>();
        for (Component setting : settings) {
            Json.Builder property = Json.object().put("description", setting.about());
            if (setting.defaultValue() != null) {
                property.put("default", setting.defaultValue());
            }
            Json.Obj value = value(setting);
            if (mayRefer) {
                value = Json.object().put("anyOf", Json.array(List.of(value, reference("reference")))).build();
            }
            value.members().forEach(property::put);
            properties.put(setting.name(), property.build());
            if (setting.required()) {
                required.add(setting.name());
            }
        }
        return object(about, properties.build(), required.toArray(String[]::new));
    }

    private Json.Obj value(Component setting) {
        return switch (setting.kind()) {
            case WHOLE -> ranged("integer", setting.range());
            case REAL -> ranged("number", setting.range());
            case TRUTH -> type("boolean");
            case TEXT -> Json.object().put("type", array("string", "number")).build();
            case WORD -> Json.object().put("enum", array(setting.words().toArray(String[]::new))).build();
            case SHAPE -> extents(EXTENT);
            case OPEN_SHAPE -> extents(either(Json.object().put("const", OpenShape.OPEN).build(), EXTENT));
            case AUTO -> either(Json.object().put("const", "auto").build(), ranged("integer", setting.range()));
            case TEXTS -> Json.object().put("type", array("string", "number", "array"))
                    .put("items", Json.object().put("type", array("string", "number")).build()).build();
            case NUMBERS -> numbers(setting.range());
            case WEIGHTS -> either(Json.object().put("const", Weights.WORD).build(), numbers(setting.range()));
            case ENTRY, CHOICE -> reference(Vocabulary.binder().catalog(setting.raw()).key());
            case RECORD -> (Json.Obj) record(setting.raw());
            case RECORDS -> list(record(setting.element()));
        };
    }

    private static Json.Obj extents(Json.Obj one) {
        return either(one, list(one).with("minItems", Json.of(1)).with("maxItems", Json.of(Shape.MAX_RANK)));
    }

    private static Json.Obj numbers(Range range) {
        return either(ranged("number", range), list(ranged("number", range)));
    }

    private static Json.Obj ranged(String type, Range range) {
        Json.Builder schema = Json.object().put("type", type);
        if (range.min() > -Float.MAX_VALUE) {
            schema.put(range.minExclusive() ? "exclusiveMinimum" : "minimum", range.min());
        }
        if (range.max() < Float.MAX_VALUE) {
            schema.put(range.maxExclusive() ? "exclusiveMaximum" : "maximum", range.max());
        }
        return schema.build();
    }

    private static Json.Obj object(String about, Json.Obj properties, String... required) {
        Json.Builder object = Json.object();
        if (about != null && !about.isEmpty()) {
            object.put("description", about);
        }
        object.put("type", "object");
        if (required.length > 0) {
            object.put("required", array(required));
        }
        if (properties != null && !properties.isEmpty()) {
            object.put("properties", properties);
        }
        return object.build();
    }

    private static Json.Obj requires(String member) {
        return Json.object().put("required", array(member)).build();
    }

    private static Json.Obj either(Json.Obj one, Json.Obj other) {
        return Json.object().put("anyOf", Json.array(List.of(one, other))).build();
    }

    private static Json.Obj list(Json items) {
        return Json.object().put("type", "array").put("items", items).build();
    }

    private static Json.Obj type(String name) {
        return Json.object().put("type", name).build();
    }

    private static Json.Obj reference(String definition) {
        return Json.object().put("$ref", DEFINITIONS + definition).build();
    }

    private static Json.Arr array(String... texts) {
        return Json.array(List.of(texts).stream().map(Json::of).toList());
    }
}
