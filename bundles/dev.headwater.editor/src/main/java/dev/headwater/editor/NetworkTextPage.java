package dev.headwater.editor;

import dev.headwater.editor.problems.TextProblems;
import dev.headwater.editor.problems.Validation;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Composite;
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
    private boolean asked;
    private TextProblems problems;

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
        if (file() != null) {
            Validation.check(file());
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        problems = TextProblems.attach(getSourceViewer(), this::file);
    }

    /** The file in the workspace; {@code null} if the text is from elsewhere. */
    private IFile file() {
        return getEditorInput() == null ? null : getEditorInput().getAdapter(IFile.class);
    }

    /** Whether what is underlined is what is wrong with the text now. */
    boolean isSettled() {
        return problems == null || problems.isSettled();
    }

    /** The text; {@code null} if the file could not be read. */
    IDocument document() {
        return getDocumentProvider() == null ? null : getDocumentProvider().getDocument(getEditorInput());
    }

    @Override
    protected void handleEditorInputChanged() {
        asked = true;
        try {
            super.handleEditorInputChanged();
        } finally {
            asked = false;
        }
    }

    /**
     * The platform closes an editor as soon as its file is deleted. What was not saved stays nevertheless until the user,
     * who is asked on the next visit, wants it so.
     */
    @Override
    public void close(boolean save) {
        if (asked || !isDirty()) {
            gone.run();
        }
    }

    /**
     * The status line's. After a save that the user refused it still says that it is canceled, and would let the next
     * one, under another name too, end without a word.
     */
    @Override
    protected IProgressMonitor getProgressMonitor() {
        IProgressMonitor monitor = super.getProgressMonitor();
        monitor.setCanceled(false);
        return monitor;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }
}
