package dev.headwater.editor.figures;

import dev.headwater.editor.scene.Family;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;

/** A block: the box of a layer with two more behind it, however often it is repeated. */
final class StackFigure extends NodeFigure {
    private static final int STEP = 3;
    private static final int BEHIND = 2;

    StackFigure() {
        super(Family.BLOCK);
    }

    @Override
    protected Rectangle box(Rectangle all) {
        return new Rectangle(all.x, all.y, all.width - BEHIND * STEP, all.height - BEHIND * STEP);
    }

    @Override
    protected void paintBehind(Graphics graphics) {
        Rectangle box = box(getBounds());
        for (int i = BEHIND; i > 0; i--) {
            paintBox(graphics, new Rectangle(box.x + i * STEP, box.y + i * STEP, box.width, box.height));
        }
    }
}
