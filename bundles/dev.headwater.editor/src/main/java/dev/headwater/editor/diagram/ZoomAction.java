package dev.headwater.editor.diagram;

import java.util.function.Supplier;
import org.eclipse.jface.action.Action;

/** An action that changes how large a diagram is. */
public final class ZoomAction extends Action {
    private final Zoom zoom;
    private final Supplier<DiagramPage> page;

    private ZoomAction(Zoom zoom, Supplier<DiagramPage> page, String text) {
        super(text);
        this.zoom = zoom;
        this.page = page;
        setToolTipText(text.replace("&", ""));
    }

    /** The action for the page that there is when it runs. */
    public static ZoomAction of(Zoom zoom, Supplier<DiagramPage> page) {
        ZoomAction action = new ZoomAction(zoom, page, switch (zoom) {
            case IN -> Messages.Zoom_in;
            case OUT -> Messages.Zoom_out;
            case FULL -> Messages.Zoom_full;
            case FIT -> Messages.Zoom_fit;
        });
        switch (zoom) {
            case IN -> action.setImageDescriptor(Icons.of("zoom-in"));
            case OUT -> action.setImageDescriptor(Icons.of("zoom-out"));
            case FIT -> action.setImageDescriptor(Icons.of("zoom-fit"));
            case FULL -> { // its words say it best
            }
        }
        return action;
    }

    @Override
    public void run() {
        if (page.get() != null) {
            page.get().zoom(zoom);
        }
    }
}
