package dev.headwater.trainer.listing;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.json.Json;
import java.util.List;

/**
 * One thing in a section: an entry that is named, or a setting that is said.
 *
 * @param name as a file writes it
 * @param aliases further names that are read
 * @param about one sentence
 * @param settings of an entry
 * @param setting itself, if it is one; else {@code null}
 */
public record Item(String name, List<String> aliases, String about, List<Component> settings, Component setting) {
    static Item of(Entry<?> entry) {
        return new Item(entry.name(), entry.aliases(), entry.about(), entry.settings(), null);
    }

    static Item of(Component setting) {
        return new Item(setting.name(), List.of(), setting.about(), List.of(), setting);
    }

    /** Whether somebody who types this means it. */
    boolean called(String typed) {
        return name.equalsIgnoreCase(typed) || aliases.contains(typed);
    }

    /** The object that stands for it. */
    public Json toJson() {
        return setting != null ? SettingText.toJson(setting)
                : Json.object().put("name", name).put("aliases", Json.array(aliases.stream().map(Json::of).toList()))
                        .put("about", about)
                        .put("settings", Json.array(settings.stream().map(SettingText::toJson).toList())).build();
    }
}
