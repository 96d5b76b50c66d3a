package dev.headwater.editor;

import dev.headwater.core.network.LayerReference;
import java.nio.file.Path;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;

/** Follows what other parts select: a layer of this editor's network is selected in the diagram as well. */
final class SelectionLink implements ISelectionListener {
    private final NetworkEditor editor;

    SelectionLink(NetworkEditor editor) {
        this.editor = editor;
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        // What the editor or its outline selects comes back here as well; editors of the same file are their own.
        if (part == editor || part instanceof NetworkEditor || !(selection instanceof IStructuredSelection several)
                || several.size() != 1) {
            return;
        }
        LayerReference layer = Adapters.adapt(several.getFirstElement(), LayerReference.class);
        if (layer != null && isOurs(layer.file())) {
            editor.reveal(layer.top());
        }
    }

    private boolean isOurs(Path file) {
        Path own = editor.model().file();
        return file == null || own == null || file.equals(own);
    }
}
