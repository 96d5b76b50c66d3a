package dev.headwater.editor.scene;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Node;
import java.util.List;
import java.util.stream.Collectors;

/** The words under a node's name: {@code Dense · 5 · sigmoid}, {@code residual × 50}. */
final class Captions {
    private static final String DOT = " \u00b7 ";
    private static final int LONGEST = 60;
    private static final List<String> MAIN = List.of("units", "filters", "heads", "vocabulary", "size", "rate", "shape",
            "axes", "activation");

    private Captions() {
    }

    static String of(Node node) {
        StringBuilder caption = new StringBuilder(node.kind());
        if (node.block()) {
            caption.append(" \u00d7 ").append(node.repeat());
        }
        for (String name : MAIN) {
            if (node.settings().has(name)) {
                caption.append(DOT).append(text(name, node.settings().get(name)));
            }
        }
        return caption.length() > LONGEST ? caption.substring(0, LONGEST - 1) + "\u2026" : caption.toString();
    }

    static String text(String name, Json value) {
        return switch (value) {
            case Json.Str text -> text.value();
            case Json.Num number -> number.text();
            case Json.Obj object -> object.text(name, "\u2026");
            case Json.Arr list -> list.items().stream().map(item -> text(name, item))
                    .collect(Collectors.joining(", ", "[", "]"));
            case Json.Bool truth -> Boolean.toString(truth.value());
            case Json.Null nothing -> "";
        };
    }
}
