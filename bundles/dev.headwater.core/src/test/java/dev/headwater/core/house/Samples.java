package dev.headwater.core.house;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Binder;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Problems;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.Stopping;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.schedule.Schedules;
import java.util.List;
import java.util.Set;

/** One value of every catalog entry, as short as a file could say it. */
public final class Samples {
    /** Every catalog of the product. */
    public static final List<Catalog<?>> CATALOGS = List.of(Layers.ALL, Activations.ALL, Initializers.ALL, Losses.ALL,
            Optimizers.ALL, Schedules.ALL, Catalog.ofSealed(Clip.class), Catalog.ofSealed(Fit.class),
            Catalog.ofSealed(Stopping.class), DataSources.ALL);

    /** Binds all of them. */
    public static final Binder BINDER = new Binder(CATALOGS.toArray(Catalog<?>[]::new));

    /** Lets nothing pass. */
    public static final Problems STRICT = new Problems() {
        @Override
        public void error(Position at, String message) {
            throw new AssertionError(message);
        }

        @Override
        public void warning(Position at, String message) {
            throw new AssertionError(message);
        }
    };

    /** The layer within another one: the last of the catalog may itself need a layer. */
    private static final Json DENSE = Json.object().put("layer", "Dense").put("units", 7).build();

    private Samples() {
    }

    /** The object of an entry that says what must be said and leaves the rest to the defaults. */
    public static Json.Obj shortest(Catalog<?> catalog, Entry<?> entry) {
        Json.Builder object = Json.object().put(catalog.key(), entry.name());
        for (Component setting : entry.settings()) {
            if (setting.required()) {
                object.put(setting.name(), some(setting));
            }
        }
        return object.build();
    }

    /** What an object means; it may neither be wrong nor worth a warning. */
    public static <T> T bind(Catalog<T> catalog, Json value) {
        T bound = BINDER.bind(catalog, value, Set.of(), STRICT);
        if (bound == null) {
            throw new AssertionError(value + " binds to nothing");
        }
        return bound;
    }

    /** Some value that a setting allows, for most another than the default. */
    public static Json some(Component setting) {
        return switch (setting.kind()) {
            case WHOLE, AUTO -> Json.of((long) Math.clamp(7, Math.max(setting.range().min(), -1e9),
                    Math.min(setting.range().max(), 1e9)));
            case REAL -> Json.of(between(setting));
            case TRUTH -> Json.of(setting.byDefault().equals("false"));
            case TEXT -> Json.of(";"); // short enough for a delimiter
            case WORD -> Json.of(setting.words().getLast());
            case SHAPE -> setting.name().equals("axes") ? Json.array(List.of(Json.of(2L), Json.of(1L)))
                    : Json.array(List.of(Json.of(4L), Json.of(3L)));
            case OPEN_SHAPE -> Json.array(List.of(Json.of(4L), Json.of(-1L)));
            case TEXTS -> setting.name().equals("padding") ? Json.array(List.of(Json.of("same")))
                    : Json.array(List.of(Json.of("some"), Json.of("more")));
            case ENTRY, CHOICE -> setting.raw() == Layer.class ? DENSE : last(BINDER.catalog(setting.raw()));
            case NUMBERS, WEIGHTS -> Json.array(List.of(Json.of(between(setting)), Json.of(between(setting))));
            case RECORD -> Json.Obj.EMPTY;
            case RECORDS -> Json.array(List.of(record(setting.element())));
        };
    }

    private static Json record(Class<?> type) {
        Json.Builder object = Json.object();
        BINDER.settings(type).stream().filter(Component::required)
                .forEach(setting -> object.put(setting.name(), some(setting)));
        return object.build();
    }

    private static Json last(Catalog<?> catalog) {
        return shortest(catalog, catalog.entries().getLast());
    }

    private static double between(Component setting) {
        double min = Math.max(setting.range().min(), -1);
        double max = Math.min(setting.range().max(), Math.max(min, 0) + 1);
        return min + (max - min) * 0.625;
    }
}
