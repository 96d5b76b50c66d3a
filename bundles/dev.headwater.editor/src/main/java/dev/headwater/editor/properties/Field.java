package dev.headwater.editor.properties;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.json.Json;
import java.util.List;

/**
 * One setting of a form as the design says it.
 *
 * @param path from the subject to the setting
 * @param depth how many settings it is inside of
 * @param setting what it is; for the choice of the subject's own entry a text without default
 * @param about what it means, or the entry that is chosen
 * @param catalog what is chosen from; {@code null} if it is no entry
 * @param choices the words allowed; empty if any text is
 * @param said {@code null} if the design says nothing
 * @param owner what messages call the object that it belongs to
 * @param reference the block's setting that it refers to; {@code null} if to none
 */
record Field(List<String> path, int depth, Component setting, String about, Catalog<?> catalog, List<String> choices,
        Json said, String owner, String reference) {
    /** The setting's name. */
    String name() {
        return path.getLast();
    }

    /** The control that it is edited with. */
    Look look() {
        if (reference != null) {
            return Look.TEXT;
        }
        return switch (setting.kind()) {
            case RECORD -> Look.HEADING;
            case TRUTH -> Look.CHECK;
            case WORD, ENTRY, CHOICE -> Look.CHOICE;
            default -> choices.isEmpty() ? Look.TEXT : Look.CHOICE;
        };
    }

    /** What is said, as a field shows it. */
    String text() {
        return FieldText.of(said, catalog);
    }

    /** What holds while nothing is said. */
    String hint() {
        return FieldText.of(setting.defaultValue(), catalog);
    }
}
