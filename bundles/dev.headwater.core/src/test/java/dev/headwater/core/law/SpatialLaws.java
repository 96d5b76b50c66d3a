package dev.headwater.core.law;

import dev.headwater.core.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Convolutions, pooling and normalization: their forward passes from the papers, and the cases that are tried. */
final class SpatialLaws {
    private SpatialLaws() {
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
