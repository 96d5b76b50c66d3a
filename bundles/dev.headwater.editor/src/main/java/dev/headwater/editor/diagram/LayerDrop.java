package dev.headwater.editor.diagram;

import dev.headwater.editor.parts.NewLayer;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.dnd.TemplateTransferDropTargetListener;
import org.eclipse.gef.requests.CreationFactory;

/** Takes layers that are dragged out of the palette. */
final class LayerDrop extends TemplateTransferDropTargetListener {
    LayerDrop(EditPartViewer viewer) {
        super(viewer);
    }

    @Override
    protected CreationFactory getFactory(Object template) {
        return (NewLayer) template;
    }
}
