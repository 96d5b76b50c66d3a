package dev.headwater.editor.figures;

import dev.headwater.editor.scene.Family;
import dev.headwater.editor.scene.Spot;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;

/** A layer: a rounded box with a bar in its family's color, its id and output shape, and what it is. */
public class NodeFigure extends Figure {
    private static final int ARC = 8;
    private static final int BAR = 5;
    private static final int GAP = 8;
    private static final String ELLIPSIS = "\u2026";

    private final Family family;
    private Spot spot;
    private String title = "";
    private String caption = "";
    private int shapeWidth;
    private boolean selected;
    private boolean focused;

    /** A figure of a layer of this family. */
    public NodeFigure(Family family) {
        this.family = family;
    }

    /** Shows a node at {@code bounds}. */
    public final void show(Spot shown, Rectangle place) {
        spot = shown;
        Rectangle box = box(new Rectangle(0, 0, place.width, place.height));
        int mark = shown.problem() == null ? 0 : Measures.line();
        int room = box.width - BAR - 2 * GAP - mark;
        shapeWidth = shown.shape().isEmpty() ? 0 : FigureUtilities.getTextWidth(shown.shape(), Measures.plain());
        title = cut(shown.key().id(), Measures.bold(), room - (shapeWidth > room / 2 ? 0 : shapeWidth + GAP));
        if (shapeWidth > room / 2) {
            shapeWidth = 0; // told by the tooltip
        }
        caption = cut(shown.caption(), Measures.plain(), box.width - BAR - 2 * GAP);
        setToolTip(new Label(tip(shown)));
        repaint();
    }

    private static String tip(Spot shown) {
        String tip = shown.key().id() + ": " + shown.caption();
        if (!shown.shape().isEmpty()) {
            tip += "\n" + Words.output(shown);
        }
        if (shown.problem() != null) {
            tip += "\n" + shown.problem().message();
        }
        return tip;
    }

    /** Whether a wide border shows that it is selected. */
    public final void setSelected(boolean selected) {
        this.selected = selected;
        repaint();
    }

    /** Whether a dotted border shows that the keyboard points at it. */
    public final void setFocused(boolean focused) {
        this.focused = focused;
        repaint();
    }

    private static String cut(String text, Font font, int width) {
        if (FigureUtilities.getTextWidth(text, font) <= width) {
            return text;
        }
        int fits = 0;
        int end = text.length();
        while (fits < end) {
            int middle = (fits + end + 1) >>> 1;
            if (FigureUtilities.getTextWidth(text.substring(0, middle) + ELLIPSIS, font) <= width) {
                fits = middle;
            } else {
                end = middle - 1;
            }
        }
        return text.substring(0, fits) + ELLIPSIS;
    }

    /** The box with the words, within the figure. */
    protected Rectangle box(Rectangle all) {
        return all;
    }

    /** Paints what lies behind the box. */
    protected void paintBehind(@SuppressWarnings("unused") Graphics graphics) {
        // nothing lies behind a layer
    }

    @Override
    protected final void paintFigure(Graphics graphics) {
        if (spot == null) {
            return;
        }
        graphics.setAntialias(SWT.ON);
        paintBehind(graphics);
        Rectangle box = box(getBounds());
        paintBox(graphics, box);
        graphics.setBackgroundColor(Paint.of(family));
        graphics.fillRectangle(box.x + 3, box.y + 5, BAR - 1, box.height - 10);
        int x = box.x + BAR + GAP;
        int y = box.y + (box.height - 2 * Measures.line()) / 2;
        int right = box.x + box.width - GAP;
        graphics.setForegroundColor(Paint.TEXT.color());
        graphics.setFont(Measures.bold());
        graphics.drawString(title, x, y);
        graphics.setFont(Measures.plain());
        graphics.setForegroundColor(Paint.FAINT.color());
        graphics.drawString(caption, x, y + Measures.line());
        if (spot.problem() != null) {
            right -= Measures.line();
            Mark.paint(graphics, right + GAP / 2, y, Measures.line() - 2, spot.problem().isError());
        }
        if (shapeWidth > 0) {
            graphics.setForegroundColor(Paint.FAINT.color());
            graphics.drawString(spot.shape(), right - shapeWidth, y);
        }
        if (focused) {
            graphics.setForegroundColor(Paint.TEXT.color());
            graphics.setLineStyle(SWT.LINE_DOT);
            graphics.setLineWidth(1);
            graphics.drawRectangle(box.x + 2, box.y + 2, box.width - 5, box.height - 5);
        }
    }

    /** Paints an empty box with the border of this node's state. */
    protected final void paintBox(Graphics graphics, Rectangle box) {
        graphics.setBackgroundColor(Paint.NODE.color());
        graphics.fillRoundRectangle(new Rectangle(box.x, box.y, box.width - 1, box.height - 1), ARC, ARC);
        graphics.setLineStyle(SWT.LINE_SOLID);
        graphics.setLineWidth(selected ? 2 : 1);
        graphics.setForegroundColor(selected ? Paint.SELECTED.color()
                : spot.problem() != null && spot.problem().isError() ? Paint.ERROR.color() : Paint.LINE.color());
        int inset = selected ? 1 : 0;
        graphics.drawRoundRectangle(new Rectangle(box.x + inset, box.y + inset, box.width - 1 - 2 * inset, box.height
                - 1 - 2 * inset), ARC, ARC);
    }
}
