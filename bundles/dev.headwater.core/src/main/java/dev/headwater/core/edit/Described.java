package dev.headwater.core.edit;

import dev.headwater.core.catalog.Binder;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.data.Split;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a design with what it says, and with what may be said in it. A path names a setting in it, or in an
 * object that it contains: {@code [activation, slope]}.
 *
 * @param owner what messages call it
 * @param catalog what it is an entry of; {@code null} if that cannot be chosen
 * @param settings what may be set, in order, those of the chosen entry included
 * @param said what it says
 * @param binder knows the catalogs of its settings
 * @param references names that a setting may refer to as {@code "$name"}
 */
public record Described(String owner, Catalog<?> catalog, List<Component> settings, Json.Obj said, Binder binder,
        Set<String> references) {
    /** An object that is an entry of a catalog, with settings of its own beside the entry's. */
    static Described entry(String owner, Catalog<?> catalog, List<Component> own, Json.Obj said, Binder binder,
            Set<String> references) {
        Entry<?> chosen = catalog.find(said.text(catalog.key(), ""));
        List<Component> settings = new ArrayList<>(chosen == null ? List.of() : chosen.settings());
        settings.addAll(own);
        return new Described(chosen == null ? owner : chosen.name(), catalog, List.copyOf(settings), said, binder,
                references);
    }

    /** The entry of the catalog that it is; {@code null} if it does not say, or names none that exists. */
    public Entry<?> chosen() {
        return catalog == null ? null : catalog.find(said.text(catalog.key(), ""));
    }

    /** The setting of that name, or {@code null}. */
    public Component setting(String name) {
        for (Component setting : settings) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        return null;
    }

    /** Whether a setting is an object with settings of its own. */
    public static boolean nests(Component setting) {
        return setting.kind() == Kind.ENTRY || setting.kind() == Kind.CHOICE || setting.kind() == Kind.RECORD;
    }

    /** The object that a setting is, as said or by default. */
    public Described inner(Component setting) {
        Json value = said.has(setting.name()) ? said.get(setting.name()) : setting.defaultValue();
        if (setting.raw() == Split.class) {
            return entry("split", binder.catalog(setting.raw()), List.of(), Splits.open(value), binder, references);
        }
        Json.Obj object = value instanceof Json.Obj full ? full : Json.Obj.EMPTY;
        if (setting.kind() == Kind.RECORD) {
            return new Described(setting.name(), null, binder.settings(setting.raw()), object, binder, references);
        }
        Catalog<?> family = binder.catalog(setting.raw());
        if (value != null && !(value instanceof Json.Obj)) {
            object = Json.object().put(family.key(), value).build();
        }
        return entry(family.label(), family, List.of(), object, binder, references);
    }

    /**
     * This object with a setting said; what equals its default and was not said stays unsaid. A setting that is an
     * entry is set to a name: settings that the new entry does not have are dropped.
     */
    public Described with(List<String> path, Json value) {
        String name = path.getFirst();
        if (catalog != null && name.equals(catalog.key())) {
            return choose(value);
        }
        Component setting = require(name);
        List<String> rest = path.subList(1, path.size());
        if (!nests(setting) || rest.isEmpty() && (setting.kind() == Kind.RECORD || reference(value) != null)) {
            return put(setting, value);
        }
        Described inner = inner(setting);
        return put(setting, closed(setting, rest.isEmpty() ? inner.choose(value) : inner.with(rest, value)));
    }

    /** This object with a setting unsaid, so that its default holds. */
    public Described without(List<String> path) {
        String name = path.getFirst();
        if (!said.has(name)) {
            return this;
        }
        if (path.size() == 1) {
            return saying(said.without(name));
        }
        Component setting = require(name);
        Json left = closed(setting, inner(setting).without(path.subList(1, path.size())));
        boolean nothing = !(left instanceof Json.Obj object) || object.isEmpty();
        return nothing && isDefault(setting, left) ? saying(said.without(name)) : saying(said.with(name, left));
    }

    /** Why a setting cannot have this value, in one sentence; {@code null} if it can. */
    public String refusal(List<String> path, Json value) {
        String name = path.getFirst();
        if (catalog != null && name.equals(catalog.key())) {
            return unknown(catalog, value);
        }
        Component setting = require(name);
        String reference = reference(value);
        if (reference != null) {
            return references.contains(reference) ? null : "the block has no setting " + Quoted.text(reference)
                    + Nearest.advice(reference, references);
        }
        if (path.size() > 1) {
            return inner(setting).refusal(path.subList(1, path.size()), value);
        }
        if (setting.kind() == Kind.ENTRY || setting.kind() == Kind.CHOICE) {
            return unknown(binder.catalog(setting.raw()), value);
        }
        FirstError first = new FirstError();
        binder.bind(owner, setting, value, first);
        return first.message();
    }

    private static String unknown(Catalog<?> catalog, Json value) {
        return catalog.find(text(value)) != null ? null
                : "unknown " + catalog.label() + " " + Quoted.value(value) + catalog.advice(text(value));
    }

    /** The name after the dollar sign where a value refers to a setting of the block; else {@code null}. */
    public String reference(Json value) {
        String text = text(value);
        return !references.isEmpty() && text.length() > 1 && text.startsWith("$") ? text.substring(1) : null;
    }

    private static String text(Json value) {
        return value instanceof Json.Str text ? text.value() : "";
    }

    private Component require(String name) {
        Component setting = setting(name);
        if (setting == null) {
            throw new IllegalArgumentException(owner + " has no setting " + name);
        }
        return setting;
    }

    private Described saying(Json.Obj changed) {
        return new Described(owner, catalog, settings, changed, binder, references);
    }

    private Described put(Component setting, Json value) {
        if (said.has(setting.name())) {
            return saying(said.with(setting.name(), value));
        }
        return isDefault(setting, value) ? this : saying(insert(setting.name(), value));
    }

    /** Adds a member where the order of the settings wants it, so that differences between files stay small. */
    private Json.Obj insert(String name, Json value) {
        List<String> order = settings.stream().map(Component::name).toList();
        int rank = order.indexOf(name);
        Map<String, Json> members = new LinkedHashMap<>();
        said.members().forEach((key, member) -> {
            if (order.indexOf(key) > rank) {
                members.putIfAbsent(name, value);
            }
            members.put(key, member);
        });
        members.putIfAbsent(name, value);
        return new Json.Obj(members, said.keys(), said.at() == null ? Position.NONE : said.at());
    }

    private Described choose(Json value) {
        Entry<?> before = chosen();
        Entry<?> after = catalog.find(text(value));
        if (after == null || after == before) {
            return this;
        }
        if (catalog.family() == Split.class) {
            return saying(Splits.fresh(after.name()));
        }
        List<String> foreign = new ArrayList<>();
        if (before != null) {
            before.settings().stream().map(Component::name).filter(name -> after.setting(name) == null)
                    .forEach(foreign::add);
        }
        Json.Obj kept = said.without(foreign.toArray(String[]::new));
        if (kept.has(catalog.key())) {
            return saying(kept.with(catalog.key(), Json.of(after.name())));
        }
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(catalog.key(), Json.of(after.name()));
        members.putAll(kept.members());
        return saying(new Json.Obj(members, kept.keys(), kept.at()));
    }

    private static Json closed(Component setting, Described inner) {
        if (setting.raw() == Split.class) {
            return Splits.close(inner.said);
        }
        boolean bare = inner.catalog != null && inner.said.members().size() == 1
                && inner.said.has(inner.catalog.key());
        return bare ? inner.said.get(inner.catalog.key()) : inner.said;
    }

    private boolean isDefault(Component setting, Json value) {
        if (setting.raw() == Split.class) {
            return value instanceof Json.Obj split && split.isEmpty();
        }
        Object byDefault = binder.byDefault(setting);
        return byDefault != null && byDefault.equals(binder.bind(owner, setting, value, new FirstError()));
    }
}
