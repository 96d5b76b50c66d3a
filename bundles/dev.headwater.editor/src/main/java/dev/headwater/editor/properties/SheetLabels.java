package dev.headwater.editor.properties;

import dev.headwater.core.network.Node;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;

/** The title of the sheet: which node, or how many, or the network. */
public final class SheetLabels extends LabelProvider {
    @Override
    public String getText(Object element) {
        if (element instanceof IStructuredSelection selection) {
            if (selection.size() > 1) {
                return NLS.bind(Messages.sheetSeveral, selection.size());
            }
            return selection.isEmpty() ? "" : getText(selection.getFirstElement()); //$NON-NLS-1$
        }
        Node node = Adapters.adapt(element, Node.class);
        return node == null ? Messages.canvasTitle : NLS.bind(Messages.sheetNode, node.id(), node.kind());
    }
}
