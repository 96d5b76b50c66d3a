package dev.headwater.editor.figures;

import dev.headwater.core.edit.Grid;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;

/** How large a node is with the fonts of this screen. */
public final class Measures {
    private static final int CHARACTERS = 26;

    private Measures() {
    }

    /** The measures of the diagram. */
    public static Grid grid() {
        int line = line();
        int width = (int) (FigureUtilities.getFontMetrics(plain()).getAverageCharacterWidth() * CHARACTERS);
        return new Grid(Math.max(150, width), 2 * line + 16, 2 * line, line + 12, line + 8);
    }

    static int line() {
        return Math.max(FigureUtilities.getFontMetrics(bold()).getHeight(), FigureUtilities.getFontMetrics(plain())
                .getHeight());
    }

    static Font plain() {
        return JFaceResources.getDialogFont();
    }

    static Font bold() {
        return JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
    }
}
