package dev.headwater.editor.properties;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.catalog.Range;
import dev.headwater.core.edit.Described;
import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The settings of an object as a flat list: those of a chosen entry stand below it, indented. */
final class Fields {
    private final List<Field> fields = new ArrayList<>();

    private Fields() {
    }

    /** The fields of an object, in order. */
    static List<Field> of(Described object) {
        Fields all = new Fields();
        if (object.catalog() != null) {
            all.head(object);
        }
        all.add(object, List.of(), 0);
        return List.copyOf(all.fields);
    }

    /** Which entry the object itself is. */
    private void head(Described object) {
        Catalog<?> catalog = object.catalog();
        Component setting = new Component(catalog.key(), String.class, Kind.TEXT, "", "", false, Range.ALL); //$NON-NLS-1$ //$NON-NLS-2$
        fields.add(new Field(List.of(catalog.key()), 0, setting, about(object.chosen(), ""), null, catalog.names(), //$NON-NLS-1$
                object.said().get(catalog.key()), object.owner(), null));
    }

    private void add(Described object, List<String> prefix, int depth) {
        for (Component setting : object.settings()) {
            List<String> path = new ArrayList<>(prefix);
            path.add(setting.name());
            Json said = object.said().get(setting.name());
            String reference = said == null ? null : object.reference(said);
            Described inner = Described.nests(setting) && reference == null ? object.inner(setting) : null;
            Catalog<?> catalog = inner == null ? null : inner.catalog();
            String about = inner == null ? setting.about() : about(inner.chosen(), setting.about());
            fields.add(new Field(List.copyOf(path), depth, setting, about, catalog,
                    catalog != null ? catalog.names() : setting.words(),
                    inner != null && catalog != null && said != null ? inner.said() : said, object.owner(), reference));
            if (inner != null) {
                add(inner, path, depth + 1);
            }
        }
    }

    private static String about(Entry<?> chosen, String about) {
        if (chosen == null || chosen.about().isEmpty()) {
            return about;
        }
        return about.isEmpty() ? chosen.about() : about + "\n" + chosen.name() + ": " + chosen.about(); //$NON-NLS-1$ //$NON-NLS-2$
    }
}
