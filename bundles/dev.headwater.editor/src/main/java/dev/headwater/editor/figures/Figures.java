package dev.headwater.editor.figures;

import dev.headwater.editor.scene.Family;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who draws which family: a family with a figure of its own is one line here. */
public final class Figures {
    private static final Map<Family, Supplier<NodeFigure>> BY_FAMILY = new EnumMap<>(Map.of(
            Family.BLOCK, StackFigure::new));

    private Figures() {
    }

    /** A new figure of a node of this family. */
    public static NodeFigure of(Family family) {
        return BY_FAMILY.getOrDefault(family, () -> new NodeFigure(family)).get();
    }
}
