package dev.headwater.editor.figures;

import dev.headwater.editor.scene.Family;
import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

/** The colors of the diagram. Each is asked for while painting, so that a change of theme shows at once. */
public enum Paint {
    /** Behind everything. */
    CANVAS,
    /** Behind a node's words. */
    NODE,
    /** A node's name. */
    TEXT,
    /** A node's caption. */
    FAINT,
    /** Around a node. */
    LINE,
    /** Wires. */
    WIRE,
    /** Around what is selected. */
    SELECTED,
    /** The mark of an error. */
    ERROR,
    /** The mark of a warning. */
    WARNING;

    private static final String PREFIX = "dev.headwater.editor.";

    /** The color in the present theme. */
    public Color color() {
        return color(name());
    }

    /** The color of a family in the present theme. */
    public static Color of(Family family) {
        return color(family.name());
    }

    /** Whether a property of the theme is one of these colors. */
    public static boolean isOne(String property) {
        return property.startsWith(PREFIX);
    }

    private static Color color(String name) {
        ColorRegistry colors = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return colors.get(PREFIX + name.toLowerCase(Locale.ROOT));
    }
}
