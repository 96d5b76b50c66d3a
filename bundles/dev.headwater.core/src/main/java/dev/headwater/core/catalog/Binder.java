package dev.headwater.core.catalog;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes records from JSON objects and JSON objects from records, by the {@link Setting} of each component. Knows the
 * catalogs that settings draw on. Safe for several threads.
 */
public final class Binder {
    private final Map<Class<?>, Catalog<?>> families = new HashMap<>();
    private final Map<Class<?>, Catalog<?>> choices = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Component>> plain = new ConcurrentHashMap<>();
    private final Map<Component, Object> defaults = new ConcurrentHashMap<>();
    private final Values values = new Values(this);
    private final Unbinding unbinding = new Unbinding(this);

    /** A binder of records whose settings are entries of these catalogs, or of none. */
    public Binder(Catalog<?>... catalogs) {
        for (Catalog<?> catalog : catalogs) {
            families.put(catalog.family(), catalog);
        }
    }

    /**
     * The catalog of a family, or of what a sealed interface permits.
     *
     * @throws IllegalArgumentException if the binder was not given it
     */
    public <T> Catalog<T> catalog(Class<T> family) {
        Catalog<?> known = family.isSealed() ? choices.computeIfAbsent(family, Catalog::ofSealed) : families.get(
                family);
        if (known == null) {
            throw new IllegalArgumentException("this binder has no catalog of " + family.getName());
        }
        @SuppressWarnings("unchecked") // a catalog is filed under its family
        Catalog<T> catalog = (Catalog<T>) known;
        return catalog;
    }

    /**
     * The value of one setting alone.
     *
     * @param owner what the setting belongs to, as messages call it
     * @return what the record component would hold, or {@code null} after at least one error
     */
    public Object bind(String owner, Component setting, Json value, Problems problems) {
        return values.bind(owner, setting, value, problems);
    }

    /** The settings of a record, in order. */
    public List<Component> settings(Class<?> type) {
        return plain.computeIfAbsent(type, Component::of);
    }

    /**
     * An entry of a catalog from its bare name or from an object that names it.
     *
     * @param foreign members of the object that are somebody else's business
     * @return the entry, or {@code null} after at least one error
     */
    public <T> T bind(Catalog<T> catalog, Json value, Set<String> foreign, Problems problems) {
        Entry<T> entry = entry(catalog, value, problems);
        if (entry == null) {
            return null;
        }
        Json.Obj object = value instanceof Json.Obj given ? given : new Json.Obj(Map.of(), Map.of(), value.at());
        return record(entry.type(), entry.name(), entry.settings(), object, catalog.key(), foreign, problems);
    }

    /**
     * A record from an object with its settings.
     *
     * @param foreign members of the object that are somebody else's business
     * @return the record, or {@code null} after at least one error
     */
    public <T> T bind(Class<T> type, Json value, Set<String> foreign, Problems problems) {
        String owner = Naming.HYPHENS.nameOf(type);
        if (!(value instanceof Json.Obj object)) {
            problems.error(value.at(), owner + " must be an object, was " + value.kind());
            return null;
        }
        return record(type, owner, settings(type), object, null, foreign, problems);
    }

    /**
     * The object that {@link #bind} makes an equal value from: what differs from its default, and for a catalog's entry
     * its name.
     */
    public Json.Obj unbind(Object value) {
        return unbinding.object(value);
    }

    /** As {@link #unbind}, but an entry without settings to say is its bare name. */
    public Json unbindShort(Object value) {
        return unbinding.shortest(value);
    }

    /**
     * An object that binds to {@code value} and otherwise stays as it was: what it says already, unknown members and
     * the order are kept.
     */
    public Json.Obj rewrite(Json.Obj old, Object value) {
        return unbinding.rewrite(old, value);
    }

    /** The catalog that an object is an entry of, or {@code null} for a plain record. */
    Catalog<?> catalogOf(Class<?> type) {
        for (Catalog<?> catalog : families.values()) {
            if (catalog.contains(type)) {
                return catalog;
            }
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed()) {
                return catalog(parent);
            }
        }
        return null;
    }

    /**
     * The value that a setting has when a file is silent, or {@code null} if there is none.
     *
     * @throws IllegalArgumentException if the default is none that a file could say: a mistake in the annotation
     */
    public Object byDefault(Component setting) {
        if (setting.byDefault().isEmpty()) {
            return null;
        }
        Object known = defaults.get(setting);
        if (known == null) {
            known = values.bind("default", setting, setting.defaultValue(), new Problems() {
                @Override
                public void error(Position at, String message) {
                    throw new IllegalArgumentException("@Setting of " + setting.name() + ": " + message);
                }

                @Override
                public void warning(Position at, String message) {
                    error(at, message);
                }
            });
            defaults.put(setting, known);
        }
        return known;
    }

    Values values() {
        return values;
    }

    private <T> Entry<T> entry(Catalog<T> catalog, Json value, Problems problems) {
        Json name = value instanceof Json.Obj object ? object.get(catalog.key()) : value;
        if (name == null) {
            problems.error(value.at(), "the object does not say which " + catalog.label() + " it is: it needs \""
                    + catalog.key() + "\", one of " + String.join(", ", catalog.names()));
            return null;
        }
        if (!(name instanceof Json.Str text)) {
            problems.error(name.at(), "'" + catalog.key() + "' must be the name of one " + catalog.label()
                    + ", or an object with its name and settings, was " + Quoted.value(name));
            return null;
        }
        Entry<T> entry = catalog.find(text.value());
        if (entry == null) {
            problems.error(name.at(), "unknown " + catalog.label() + " " + Quoted.text(text.value())
                    + catalog.advice(text.value()));
        }
        return entry;
    }

    private <T> T record(Class<T> type, String owner, List<Component> settings, Json.Obj object, String key,
            Set<String> foreign, Problems problems) {
        boolean complete = true;
        List<Object> arguments = new ArrayList<>();
        for (Component setting : settings) {
            Json said = object.get(setting.name());
            if (said == null && setting.required()) {
                problems.error(object.at(), owner + " needs the setting '" + setting.name() + "': " + setting.about());
            }
            boolean silent = said == null || said instanceof Json.Null && setting.optional();
            Object value = silent ? byDefault(setting) : values.bind(owner, setting, said, problems);
            complete &= value != null || silent && setting.optional();
            arguments.add(value);
        }
        warnOfUnknown(owner, settings, object, key, foreign, problems);
        return complete ? Records.create(type, arguments, object.at(), problems) : null;
    }

    private static void warnOfUnknown(String owner, List<Component> settings, Json.Obj object, String key,
            Set<String> foreign, Problems problems) {
        List<String> known = settings.stream().map(Component::name).toList();
        for (String name : object.members().keySet()) {
            if (!known.contains(name) && !name.equals(key) && !foreign.contains(name)) {
                problems.warning(object.keyAt(name), "unknown setting " + Quoted.text(name) + " of " + owner
                        + " has no effect" + Nearest.advice(name, known));
            }
        }
    }
}
