package dev.headwater.core.network;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Changes single settings of a network file by path, as {@code --set nodes.dense1.units=8} does. A path names a setting
 * that exists in the catalogs, whether or not the file says it.
 */
public final class Overrides {
    private static final List<String> SECTIONS = List.of("nodes", "blocks", "losses", "data", "recipe");

    private final Catalog<?> sources;
    private final Collection<String> dataMembers;

    private Overrides(Catalog<?> sources, Collection<String> dataMembers) {
        this.sources = sources;
        this.dataMembers = dataMembers;
    }

    /**
     * The file with these assignments made, in order; any member of {@code data} may be assigned.
     *
     * @param assignments {@code PATH=VALUE}; the value is JSON if it parses, else a text
     * @throws UnknownPath if a path leads nowhere
     */
    public static Json.Obj apply(Json.Obj tree, List<String> assignments) throws UnknownPath {
        return new Overrides(null, List.of()).all(tree, assignments);
    }

    /**
     * As {@link #apply(Json.Obj, List)}, with members of {@code data} checked.
     *
     * @param sources the catalog of data sources
     * @param dataMembers what {@code data} may say besides its source's settings; what these contain is not checked
     * @throws UnknownPath if a path leads nowhere
     */
    public static Json.Obj apply(Json.Obj tree, List<String> assignments, Catalog<?> sources,
            Collection<String> dataMembers)
            throws UnknownPath {
        return new Overrides(sources, dataMembers).all(tree, assignments);
    }

    private Json.Obj all(Json.Obj tree, List<String> assignments) throws UnknownPath {
        Json.Obj changed = tree;
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new UnknownPath(assignment, List.of(), "'" + assignment
                        + "' assigns nothing: write PATH=VALUE, such as recipe.epochs=20");
            }
            changed = one(changed, new PathWalk(assignment.substring(0, equals)), value(assignment.substring(equals
                    + 1)));
        }
        return changed;
    }

    private static Json value(String text) {
        try {
            // Its place would be one in the command line: it has none in the file.
            return Positions.without(JsonReader.read("value", text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            return Json.of(text);
        }
    }

    private Json.Obj one(Json.Obj tree, PathWalk path, Json value) throws UnknownPath {
        String section = path.next(SECTIONS);
        return switch (section) {
            case "nodes" -> tree.with(section, nodes(tree, tree.get(section), path, value));
            case "blocks" -> tree.with(section, blocks(tree, path, value));
            case "losses" -> tree.with(section, losses(tree, path, value));
            case "data" -> tree.with(section, data(tree.object(section), path, value));
            default -> tree.with(section, record(Recipe.class, tree.object(section), path, value));
        };
    }

    private Json nodes(Json.Obj tree, Json nodes, PathWalk path, Json value) throws UnknownPath {
        List<Json> items = nodes instanceof Json.Arr list ? list.items() : List.of();
        List<String> ids = items.stream().map(item -> item instanceof Json.Obj node ? node.text("id", "") : "")
                .toList();
        int index = ids.indexOf(path.next(ids));
        Json.Obj node = (Json.Obj) items.get(index);
        return new Json.Arr(items, nodes.at()).with(index, node(tree, node, path, value));
    }

    private Json.Obj node(Json.Obj tree, Json.Obj node, PathWalk path, Json value) throws UnknownPath {
        boolean block = node.has("block");
        List<String> own = block ? List.of("block", "from", "repeat") : List.of("layer", "from");
        if (block) {
            List<String> names = new ArrayList<>(own);
            names.addAll(tree.object("blocks").object(node.text("block", "")).object("settings").members().keySet());
            return free(node, path.next(names), path, value);
        }
        return entry(Layers.ALL, node, own, path, value);
    }

    private Json.Obj blocks(Json.Obj tree, PathWalk path, Json value) throws UnknownPath {
        Json.Obj blocks = tree.object("blocks");
        String name = path.next(blocks.members().keySet());
        Json.Obj block = blocks.object(name);
        String member = path.next(List.of("settings", "nodes", "out"));
        Json changed = switch (member) {
            case "settings" -> {
                Json.Obj settings = block.object(member);
                yield free(settings, path.next(settings.members().keySet()), path, value);
            }
            case "nodes" -> nodes(tree, block.get(member), path, value);
            default -> path.end(value);
        };
        return blocks.with(name, block.with(member, changed));
    }

    private Json losses(Json.Obj tree, PathWalk path, Json value) throws UnknownPath {
        List<Json> items = tree.items("losses");
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item instanceof Json.Obj loss ? loss.text("node", "") : ""));
        for (int i = 0; i < items.size(); i++) {
            names.add(Integer.toString(i));
        }
        int index = names.indexOf(path.next(names)) % Math.max(1, items.size());
        Json.Obj loss = items.get(index) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new Json.Arr(items, tree.get("losses").at()).with(index,
                entry(Losses.ALL, loss, List.of("node", "loss"), path, value));
    }

    private Json.Obj data(Json.Obj data, PathWalk path, Json value) throws UnknownPath {
        if (sources == null) {
            return free(data, path.next(), path, value);
        }
        List<String> own = new ArrayList<>(dataMembers);
        own.add(sources.key());
        return entry(sources, data, own, path, value);
    }

    /** Sets a member of an object that names a catalog's entry; members of {@code own} are not the entry's. */
    private Json.Obj entry(Catalog<?> catalog, Json.Obj object, List<String> own, PathWalk path, Json value)
            throws UnknownPath {
        Entry<?> entry = catalog.find(object.text(catalog.key(), ""));
        if (entry == null) {
            return free(object, path.next(), path, value); // nobody knows its settings; the check will say so
        }
        List<String> names = new ArrayList<>(own);
        entry.settings().forEach(setting -> names.add(setting.name()));
        String name = path.next(names);
        if (name.equals(catalog.key())) {
            return renamed(entry, catalog.find(path.end(value) instanceof Json.Str text ? text.value() : ""), object)
                    .with(name, value);
        }
        if (own.contains(name)) {
            return free(object, name, path, value);
        }
        return object.with(name, setting(entry.setting(name), object.get(name), path, value));
    }

    /** Another entry: settings that it does not have would only be warned about. */
    private static Json.Obj renamed(Entry<?> before, Entry<?> after, Json.Obj object) {
        return after == null ? object
                : object.without(before.settings().stream().map(Component::name)
                        .filter(name -> after.setting(name) == null).toArray(String[]::new));
    }

    private Json.Obj record(Class<?> type, Json.Obj object, PathWalk path, Json value) throws UnknownPath {
        List<Component> settings = Vocabulary.binder().settings(type);
        String name = path.next(settings.stream().map(Component::name).toList());
        Component setting = settings.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return object.with(name, setting(setting, object.get(name), path, value));
    }

    private Json setting(Component setting, Json old, PathWalk path, Json value) throws UnknownPath {
        if (path.ended()) {
            return value;
        }
        if (setting.kind() == Kind.RECORD) {
            return record(setting.raw(), old instanceof Json.Obj object ? object : Json.Obj.EMPTY, path, value);
        }
        if (setting.kind() == Kind.RECORDS && old instanceof Json.Arr list) {
            int index = Integer.parseInt(path.next(IntStream.range(0, list.items().size()).mapToObj(Integer::toString)
                    .toList()));
            Json.Obj item = list.items().get(index) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
            return list.with(index, record(setting.element(), item, path, value));
        }
        if (setting.kind() == Kind.ENTRY || setting.kind() == Kind.CHOICE) {
            Catalog<?> catalog = Vocabulary.binder().catalog(setting.raw());
            Json said = old == null ? setting.defaultValue() : old;
            Json.Obj object = said instanceof Json.Obj full ? full
                    : said == null ? Json.Obj.EMPTY : Json.object().put(catalog.key(), said).build();
            return entry(catalog, object, List.of(catalog.key()), path, value);
        }
        return path.end(value);
    }

    private static Json.Obj free(Json.Obj object, String name, PathWalk path, Json value) throws UnknownPath {
        return object.with(name, path.ended() ? value : free(object.object(name), path.next(), path, value));
    }

    /** The names of a path, one after the other. */
    private static final class PathWalk {
        private final String path;
        private final String[] names;
        private int at;

        PathWalk(String path) {
            this.path = path;
            this.names = path.split("\\.", -1);
        }

        boolean ended() {
            return at == names.length;
        }

        String next() throws UnknownPath {
            if (ended() || names[at].isEmpty()) {
                throw new UnknownPath(path, List.of(), "the path '" + path + "' ends too early: name a setting");
            }
            return names[at++];
        }

        /** The next name, which must be one of these. */
        String next(Collection<String> known) throws UnknownPath {
            String before = String.join(".", List.of(names).subList(0, at));
            String prefix = before.isEmpty() ? "" : before + ".";
            List<String> paths = known.stream().filter(name -> !name.isEmpty()).map(prefix::concat).toList();
            if (ended()) {
                throw new UnknownPath(path, paths, "the path '" + path + "' ends too early: name a setting in it"
                        + PathAdvice.list(paths));
            }
            if (names[at].isEmpty() || !known.contains(names[at])) {
                List<String> nearest = PathAdvice.nearest(names[at], known, prefix);
                throw new UnknownPath(path, nearest, "unknown path '" + path + "'"
                        + PathAdvice.sentence(nearest, paths));
            }
            return names[at++];
        }

        /** The value, if the path ends here. */
        Json end(Json value) throws UnknownPath {
            if (!ended()) {
                String before = String.join(".", List.of(names).subList(0, at));
                throw new UnknownPath(path, List.of(before), "unknown path '" + path + "': " + before
                        + " has no settings of its own");
            }
            return value;
        }
    }
}
