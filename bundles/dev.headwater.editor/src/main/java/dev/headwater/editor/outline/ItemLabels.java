package dev.headwater.editor.outline;

import dev.headwater.editor.diagram.DiagramPage;
import dev.headwater.editor.diagram.Icons;
import dev.headwater.editor.scene.NodeKey;
import dev.headwater.editor.scene.Scene;
import dev.headwater.editor.scene.Spot;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;

/** Names of nodes with what they are, and icons with the sign of a problem. */
final class ItemLabels extends LabelProvider implements IStyledLabelProvider {
    private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());
    private final DiagramPage diagram;

    ItemLabels(DiagramPage diagram) {
        this.diagram = diagram;
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public StyledString getStyledText(Object element) {
        Item item = (Item) element;
        return new StyledString(item.node().id()).append("  " + Scene.caption(item.node()),
                StyledString.DECORATIONS_STYLER);
    }

    @Override
    public Image getImage(Object element) {
        Item item = (Item) element;
        ImageDescriptor icon = item.node().block() ? Icons.of("block") : Icons.ofLayer(item.node().kind());
        Spot spot = item.isTop() ? diagram.scene().spot(new NodeKey(item.node().id())) : null;
        if (spot != null && spot.problem() != null) {
            icon = new DecorationOverlayIcon(images.get(icon), PlatformUI.getWorkbench().getSharedImages()
                    .getImageDescriptor(spot.problem().isError() ? "IMG_DEC_FIELD_ERROR" : "IMG_DEC_FIELD_WARNING"),
                    IDecoration.BOTTOM_LEFT);
        }
        return images.get(icon);
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }
}
