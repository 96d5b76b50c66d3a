package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recurrent layers and what reads sequences: their forward passes from the papers, and the cases that are tried. */
final class RecurrentLaws {
    private RecurrentLaws() {
    }

    static List<LayerCases.Case> cases() {
        List<LayerCases.Case> cases = new ArrayList<>();
        return cases;
    }

    static Map<Class<? extends Layer>, Yardstick> yardsticks() {
        Map<Class<? extends Layer>, Yardstick> all = new LinkedHashMap<>();
        return all;
    }
}
