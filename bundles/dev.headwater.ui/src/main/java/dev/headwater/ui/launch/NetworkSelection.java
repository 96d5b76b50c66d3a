package dev.headwater.ui.launch;

import dev.headwater.core.network.LayerReference;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;

/** The network file that a selection or an editor is about: a file, a layer of one, an editor with one. */
final class NetworkSelection {
    private static final String ENDING = "headwater";

    private NetworkSelection() {
    }

    /** The file of a selection's only or first element; empty if it has none. */
    static Optional<IFile> file(ISelection selection) {
        return selection instanceof IStructuredSelection structured && !structured.isEmpty()
                ? fileOf(structured.getFirstElement())
                : Optional.empty();
    }

    /** The file that an editor shows; empty if it is none in the workspace. */
    static Optional<IFile> file(IEditorPart editor) {
        return editor == null ? Optional.empty() : fileOf(editor.getEditorInput());
    }

    private static Optional<IFile> fileOf(Object element) {
        if (element instanceof IEditorPart editor) {
            return file(editor);
        }
        IFile file = Adapters.adapt(element, IFile.class);
        LayerReference layer = file == null ? Adapters.adapt(element, LayerReference.class) : null;
        if (layer != null && layer.file() != null) {
            return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(layer.file().toUri()))
                    .filter(NetworkSelection::isNetwork).findFirst();
        }
        return Optional.ofNullable(file).filter(NetworkSelection::isNetwork);
    }

    /** Whether a file is a network by its name. */
    static boolean isNetwork(IFile file) {
        return ENDING.equals(file.getFileExtension());
    }
}
