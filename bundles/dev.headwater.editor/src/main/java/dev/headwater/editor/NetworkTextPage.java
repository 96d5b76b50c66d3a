package dev.headwater.editor;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;

/**
 * The page with the file's text. It is the platform's text editor, and so the one that loads, saves, reverts, and
 * notices what others do to the file.
 */
final class NetworkTextPage extends TextEditor {
    private static final String MENU = "dev.headwater.editor.network.text";

    private final Runnable opened;
    private final Runnable gone;

    /** A page that tells when it has another document, and when its file was deleted without anything to lose. */
    NetworkTextPage(Runnable opened, Runnable gone) {
        this.opened = opened;
        this.gone = gone;
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setEditorContextMenuId(MENU);
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        opened.run();
    }

    /** The text; {@code null} if the file could not be read. */
    IDocument document() {
        return getDocumentProvider() == null ? null : getDocumentProvider().getDocument(getEditorInput());
    }

    /** The platform closes an editor whose file is deleted; what was not saved stays, and can be saved again. */
    @Override
    public void close(boolean save) {
        if (!isDirty()) {
            gone.run();
        }
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }
}
