package dev.headwater.core.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A family of records that files name, in the order in which a palette shows them. Immutable. */
public final class Catalog<T> {
    private final String key;
    private final Class<T> family;
    private final Map<String, Entry<T>> byName = new LinkedHashMap<>();
    private final Map<String, Entry<T>> byAlias = new HashMap<>();
    private final Map<Class<?>, Entry<T>> byType = new HashMap<>();

    private Catalog(String key, Class<T> family) {
        this.key = key;
        this.family = family;
    }

    /**
     * The catalog of these records.
     *
     * @param key the member that names an entry in an object: {@code {"activation": "leaky-relu", "slope": 0.3}}
     * @throws IllegalArgumentException if two entries share a name, or a component cannot be a setting
     */
    public static <T> Catalog<T> of(String key, Class<T> family, Naming naming, List<Class<? extends T>> entries) {
        Catalog<T> catalog = new Catalog<>(key, family);
        for (Class<? extends T> type : entries) {
            catalog.add(type, naming.nameOf(type));
        }
        return catalog;
    }

    /**
     * The catalog of the records that a sealed interface permits, named as with {@link Naming#HYPHENS} without the
     * family's own name: {@code GradientFit} of {@code Fit} is {@code gradient}. The key is the family's name. They stand
     * in the order of their names, for compilers differ in the order in which they write them down.
     */
    public static <T> Catalog<T> ofSealed(Class<T> family) {
        Catalog<T> catalog = new Catalog<>(Naming.HYPHENS.nameOf(family), family);
        Class<?>[] all = family.getPermittedSubclasses();
        Arrays.sort(all, Comparator.comparing(Class::getSimpleName));
        for (Class<?> permitted : all) {
            String name = permitted.getSimpleName();
            String suffix = family.getSimpleName();
            boolean stripped = name.endsWith(suffix) && name.length() > suffix.length();
            catalog.add(permitted.asSubclass(family),
                    Naming.hyphens(stripped ? name.substring(0, name.length() - suffix.length()) : name));
        }
        return catalog;
    }

    private void add(Class<? extends T> type, String derivedName) {
        Named named = type.getAnnotation(Named.class);
        String name = named == null || named.value().isEmpty() ? derivedName : named.value();
        List<String> aliases = named == null ? List.of() : List.of(named.aliases());
        Entry<T> entry = new Entry<>(name, aliases, named == null ? "" : named.about(), type, Component.of(type));
        if (entry.setting(key) != null) {
            throw new IllegalArgumentException(
                    "the setting " + key + " of " + type.getName() + " hides the entry's own name");
        }
        List<String> all = new ArrayList<>(aliases);
        all.add(name);
        for (String each : all) {
            if (byName.containsKey(each) || byAlias.putIfAbsent(each, entry) != null) {
                throw new IllegalArgumentException("two entries of " + family.getName() + " are called " + each);
            }
        }
        byName.put(name, entry);
        byType.put(type, entry);
    }

    /** The member that names an entry in an object, such as {@code layer}. */
    public String key() {
        return key;
    }

    /** The interface that all entries implement. */
    public Class<T> family() {
        return family;
    }

    /** What one of the family is called in a sentence: {@code activation}, {@code data source}. */
    public String label() {
        return Naming.hyphens(family.getSimpleName()).replace('-', ' ');
    }

    /** The names as they are written, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All entries, in order. */
    public List<Entry<T>> entries() {
        return List.copyOf(byName.values());
    }

    /** The entry of exactly this name or alias, or {@code null}. */
    public Entry<T> find(String name) {
        return byAlias.get(name);
    }

    /** The names that somebody may have meant. */
    public List<String> nearest(String name) {
        return Nearest.of(name, byName.keySet());
    }

    /** The end of a sentence about an unknown name; see {@link Nearest#advice}. */
    public String advice(String name) {
        return Nearest.advice(name, Collections.unmodifiableSet(byName.keySet()));
    }

    /**
     * The entry that this value is of.
     *
     * @throws IllegalArgumentException if it is of none
     */
    public Entry<T> entryOf(T value) {
        Entry<T> entry = byType.get(value.getClass());
        if (entry == null) {
            throw new IllegalArgumentException(value.getClass().getName() + " is not in the catalog of "
                    + family.getName());
        }
        return entry;
    }

    /** Whether a value of this class is an entry. */
    public boolean contains(Class<?> type) {
        return byType.containsKey(type);
    }

    /**
     * The name of a value's entry.
     *
     * @throws IllegalArgumentException if it is of none
     */
    public String nameOf(T value) {
        return entryOf(value).name();
    }
}
