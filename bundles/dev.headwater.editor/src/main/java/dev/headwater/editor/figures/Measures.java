package dev.headwater.editor.figures;

import dev.headwater.core.edit.Grid;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;

/** How large a node is with the fonts of this screen. */
public final class Measures {
    private static final int CHARACTERS = 26;

    private static Font measured;
    private static int line;

    private Measures() {
    }

    /** The measures of the diagram. */
    public static Grid grid() {
        int line = line();
        int width = (int) (FigureUtilities.getFontMetrics(plain()).getAverageCharacterWidth() * CHARACTERS);
        return new Grid(Math.max(150, width), 2 * line + 16, 2 * line, line + 12, line + 8);
    }

    /** Asked for by every figure each time it is painted, and so measured once a font. */
    static int line() {
        Font bold = bold();
        if (bold != measured) {
            line = Math.max(FigureUtilities.getFontMetrics(bold).getHeight(), FigureUtilities.getFontMetrics(plain())
                    .getHeight());
            measured = bold;
        }
        return line;
    }

    static Font plain() {
        return JFaceResources.getDialogFont();
    }

    static Font bold() {
        return JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
    }
}
