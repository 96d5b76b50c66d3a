package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attention, embeddings, and layers that gate, scale, drop or rearrange: their forward passes from the papers, and the cases that are tried. */
final class AttentionLaws {
    private AttentionLaws() {
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
