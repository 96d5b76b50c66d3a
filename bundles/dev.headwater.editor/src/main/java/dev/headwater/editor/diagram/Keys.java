package dev.headwater.editor.diagram;

import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/** The keyboard in the diagram: arrows go from layer to layer, with Ctrl+Shift they move the selected ones. */
final class Keys extends GraphicalViewerKeyHandler {
    private static final int STEP = 8;

    private final DiagramPage page;

    Keys(DiagramPage page, GraphicalViewer viewer) {
        super(viewer);
        this.page = page;
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        int ctrlShift = SWT.MOD1 | SWT.MOD2;
        if ((event.stateMask & SWT.MODIFIER_MASK) == ctrlShift) {
            switch (event.keyCode) {
                case SWT.ARROW_LEFT:
                    return page.move(-STEP, 0);
                case SWT.ARROW_RIGHT:
                    return page.move(STEP, 0);
                case SWT.ARROW_UP:
                    return page.move(0, -STEP);
                case SWT.ARROW_DOWN:
                    return page.move(0, STEP);
                default:
                    break;
            }
        }
        if ((event.stateMask & SWT.MOD1) != 0) {
            switch (event.keyCode) {
                case '=', '+', SWT.KEYPAD_ADD:
                    page.zoom(Zoom.IN);
                    return true;
                case '-', SWT.KEYPAD_SUBTRACT:
                    page.zoom(Zoom.OUT);
                    return true;
                case '0', SWT.KEYPAD_0:
                    page.zoom(Zoom.FULL);
                    return true;
                default:
                    break;
            }
        }
        if (event.keyCode == SWT.F2) {
            page.rename();
            return true;
        }
        return super.keyPressed(event);
    }
}
