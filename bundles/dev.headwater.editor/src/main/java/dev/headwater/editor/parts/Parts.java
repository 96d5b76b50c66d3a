package dev.headwater.editor.parts;

import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.scene.NodeKey;
import dev.headwater.editor.scene.Wire;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;

/** Makes the edit part of whatever the diagram shows. */
public final class Parts implements EditPartFactory {
    @Override
    public EditPart createEditPart(EditPart context, Object model) {
        EditPart part = switch (model) {
            case NetworkDraft draft -> new NetworkEditPart();
            case NodeKey key -> new LayerEditPart();
            case Wire wire -> new WireEditPart();
            default -> throw new IllegalArgumentException("no part shows " + model);
        };
        part.setModel(model);
        return part;
    }
}
