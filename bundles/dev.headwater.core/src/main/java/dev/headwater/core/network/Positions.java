package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets where values stood. */
final class Positions {
    private Positions() {
    }

    /** The same value from nowhere. */
    static Json without(Json value) {
        return switch (value) {
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, without(member)));
                yield Json.Obj.of(members);
            }
            case Json.Arr list -> Json.array(list.items().stream().map(Positions::without).toList());
            case Json.Str text -> Json.of(text.value());
            case Json.Num number -> new Json.Num(number.text(), Position.NONE);
            case Json.Bool truth -> Json.of(truth.value());
            case Json.Null nothing -> Json.NULL;
        };
    }
}
