package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.tensor.OpenShape;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes records as the objects that bind to them. */
final class Unbinding {
    private static final Problems SILENT = new Problems() {
        @Override
        public void error(Position at, String message) {
            // whoever asks looks at the value
        }

        @Override
        public void warning(Position at, String message) {
            // whoever asks looks at the value
        }
    };

    private final Binder binder;

    Unbinding(Binder binder) {
        this.binder = binder;
    }

    Json.Obj object(Object value) {
        Map<String, Json> members = new LinkedHashMap<>();
        Catalog<?> catalog = binder.catalogOf(value.getClass());
        if (catalog != null) {
            members.put(catalog.key(), Json.of(name(catalog, value)));
        }
        for (Component setting : settings(catalog, value)) {
            Object part = Records.get(value, setting.name());
            if (part != null && !part.equals(binder.byDefault(setting))) {
                members.put(setting.name(), part(setting, part));
            }
        }
        return Json.Obj.of(members);
    }

    Json shortest(Object value) {
        Json.Obj object = object(value);
        Catalog<?> catalog = binder.catalogOf(value.getClass());
        return catalog != null && object.members().size() == 1 ? object.get(catalog.key()) : object;
    }

    Json.Obj rewrite(Json.Obj old, Object value) {
        Catalog<?> catalog = binder.catalogOf(value.getClass());
        Json.Obj plain = object(value);
        Map<String, Json> members = new LinkedHashMap<>(old.members());
        if (catalog != null) {
            Entry<?> before = catalog.find(old.text(catalog.key(), ""));
            if (before == null || !before.name().equals(name(catalog, value))) {
                // Another entry: its settings are other settings, even where they bear the same name.
                members.keySet().removeAll(before == null ? List.of()
                        : before.settings().stream().map(Component::name).toList());
                members.put(catalog.key(), plain.get(catalog.key()));
            }
        }
        for (Component setting : settings(catalog, value)) {
            Object part = Records.get(value, setting.name());
            Json said = members.get(setting.name());
            if (said != null && part != null && part.equals(binder.values().bind("", setting, said, SILENT))) {
                continue;
            }
            if (said instanceof Json.Obj inner && part != null && isObject(setting)) {
                members.put(setting.name(), rewrite(inner, part));
            } else if (plain.has(setting.name())) {
                members.put(setting.name(), plain.get(setting.name()));
            } else {
                members.remove(setting.name());
            }
        }
        return new Json.Obj(members, old.keys(), old.at());
    }

    private List<Component> settings(Catalog<?> catalog, Object value) {
        return catalog == null ? binder.settings(value.getClass()) : entry(catalog, value).settings();
    }

    private Json part(Component setting, Object part) {
        return switch (setting.kind()) {
            case WHOLE -> Json.of(((Number) part).longValue());
            case REAL -> Json.of((double) part);
            case TRUTH -> Json.of((boolean) part);
            case TEXT -> Json.of((String) part);
            case WORD -> Json.of(Naming.nameOf((Enum<?>) part));
            case SHAPE -> extents(((Shape) part).toArray());
            case OPEN_SHAPE -> extents(((OpenShape) part).toArray());
            case AUTO -> auto((OptionalInt) part);
            case TEXTS -> Json.array(((List<?>) part).stream().map(text -> Json.of((String) text)).toList());
            case NUMBERS -> numbers((List<?>) part);
            case WEIGHTS -> ((Weights) part).balanced() ? Json.of(Weights.WORD) : numbers(((Weights) part).values());
            case ENTRY, CHOICE -> shortest(part);
            case RECORD -> object(part);
            case RECORDS -> Json.array(((List<?>) part).stream().map(this::object).toList());
        };
    }

    private static Json extents(int[] extents) {
        return Json.array(Arrays.stream(extents).mapToObj(Json::of).toList());
    }

    private static Json numbers(List<?> numbers) {
        return Json.array(numbers.stream().map(number -> Json.of((double) number)).toList());
    }

    private static Json auto(OptionalInt value) {
        return value.isPresent() ? Json.of(value.getAsInt()) : Json.of("auto");
    }

    private static boolean isObject(Component setting) {
        return setting.kind() == Kind.ENTRY || setting.kind() == Kind.CHOICE || setting.kind() == Kind.RECORD;
    }

    private static <T> Entry<T> entry(Catalog<T> catalog, Object value) {
        return catalog.entryOf(catalog.family().cast(value));
    }

    private static String name(Catalog<?> catalog, Object value) {
        return entry(catalog, value).name();
    }
}
