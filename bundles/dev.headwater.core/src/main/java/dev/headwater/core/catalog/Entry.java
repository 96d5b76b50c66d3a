package dev.headwater.core.catalog;

import java.util.List;

/**
 * One member of a {@link Catalog}.
 *
 * @param name as it is written
 * @param aliases further names that are read
 * @param about one sentence, with the formula; empty where the class bears no {@link Named}
 * @param type the record that it is
 * @param settings its components, in order
 */
public record Entry<T>(String name, List<String> aliases, String about, Class<? extends T> type,
        List<Component> settings) {
    /** The setting of that name, or {@code null}. */
    public Component setting(String settingName) {
        for (Component setting : settings) {
            if (setting.name().equals(settingName)) {
                return setting;
            }
        }
        return null;
    }
}
