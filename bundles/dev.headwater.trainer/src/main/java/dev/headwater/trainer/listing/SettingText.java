package dev.headwater.trainer.listing;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.json.Json;
import dev.headwater.trainer.text.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a setting means, takes and is by default, for people and as JSON. */
public final class SettingText {
    private static final int DEEPER = 4;

    private SettingText() {
    }

    /** The lines about a setting, each after this indent, and below them those about the settings of its object. */
    public static List<String> lines(Component setting, int indent) {
        List<String> lines = new ArrayList<>(Wrapped.lines(setting.name() + ": " + setting.about() + " " + allowed(
                setting), indent));
        inner(setting).forEach(one -> lines.addAll(lines(one, indent + DEEPER)));
        return lines;
    }

    private static String allowed(Component setting) {
        String range = setting.range().bounded() ? ", " + setting.range() : "";
        Section section = section(setting);
        String what = section != null ? "one of the " + section.name()
                : setting.words().isEmpty() ? setting.kind().wanted() : String.join(" or ", setting.words());
        String otherwise = setting.required() ? "must be given"
                : setting.byDefault().isEmpty() ? "may be left out" : "default "
                        + (setting.defaultValue() instanceof Json.Str word ? word.value() : setting.byDefault());
        return "[" + what + range + "; " + otherwise + "]";
    }

    /** The settings of the object, or of each object, that a setting is; none if it is no such thing. */
    private static List<Component> inner(Component setting) {
        return switch (setting.kind()) {
            case RECORD -> Component.of(setting.raw());
            case RECORDS -> Component.of(setting.element());
            default -> List.of();
        };
    }

    /** The section whose entries a setting may name; {@code null} if it names none. */
    private static Section section(Component setting) {
        if (setting.kind() != Kind.ENTRY && setting.kind() != Kind.CHOICE) {
            return null;
        }
        return Sections.ALL.stream().filter(section -> section.family() == setting.raw()).findFirst().orElseThrow(
                () -> new IllegalStateException("no section lists what " + setting.name() + " may be"));
    }

    /** The object that stands for a setting. */
    static Json toJson(Component setting) {
        Section section = section(setting);
        return Json.object().put("name", setting.name()).put("kind", setting.kind().name().toLowerCase(
                Locale.ROOT))
                .put("about", setting.about()).put("required", setting.required())
                .put("default", setting.byDefault().isEmpty() ? Json.NULL : setting.defaultValue())
                .put("min", bound(setting.range().min())).put("max", bound(setting.range().max()))
                .put("minExclusive", setting.range().minExclusive()).put("maxExclusive", setting.range().maxExclusive())
                .put("words", Json.array(setting.words().stream().map(Json::of).toList()))
                .put("section", section == null ? Json.NULL : Json.of(section.name()))
                .put("settings", Json.array(inner(setting).stream().map(SettingText::toJson).toList())).build();
    }

    private static Json bound(double bound) {
        return Double.isFinite(bound) ? Json.of(bound) : Json.NULL;
    }
}
