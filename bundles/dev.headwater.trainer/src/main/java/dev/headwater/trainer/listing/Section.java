package dev.headwater.trainer.listing;

import dev.headwater.core.catalog.Catalog;
import java.util.List;
import java.util.Locale;

/**
 * Things of one kind.
 *
 * @param name of the section, lower case: {@code layers}
 * @param where a heading's remark: where in a file they stand
 * @param family the interface of its entries; {@code null} where they are settings or blocks
 * @param words by which somebody may call for the section, its name included
 * @param items all of them, in order
 */
public record Section(String name, String where, Class<?> family, List<String> words, List<Item> items) {
    static Section of(String name, Catalog<?> catalog) {
        return new Section(name, "\"" + catalog.key() + "\"", catalog.family(), List.of(name, catalog.label(), catalog
                .key()), catalog.entries().stream().map(Item::of).toList());
    }

    /** The items that somebody who types this means: all if it calls for the section. */
    public List<Item> meant(String typed) {
        return words.contains(typed.toLowerCase(Locale.ROOT)) ? items
                : items.stream().filter(item -> item.called(typed)).toList();
    }
}
