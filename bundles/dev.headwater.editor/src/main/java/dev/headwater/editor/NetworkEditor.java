package dev.headwater.editor;

import dev.headwater.core.network.LayerReference;
import dev.headwater.core.network.Problem;
import dev.headwater.editor.diagram.DiagramPage;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.model.NetworkModel;
import dev.headwater.editor.outline.NetworkOutline;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The editor of network files: the diagram and the text, two views of one document. */
public final class NetworkEditor extends MultiPageEditorPart implements ITabbedPropertySheetPageContributor {
    /** The editor's id. */
    public static final String ID = "dev.headwater.editor.network";
    private static final String NODE = "dev.headwater.node";
    private static final int DIAGRAM = 0;
    private static final int TEXT = 1;

    private NetworkDraft draft;
    private NetworkTextPage text;
    private DiagramPage diagram;
    private NetworkOutline outline;
    private SelectionLink link;
    private boolean wasLoaded;

    @Override
    protected void createPages() {
        text = new NetworkTextPage(this::opened, this::close);
        draft = new NetworkDraft(getContainer().getDisplay(), text::validateEditorInputState);
        diagram = new DiagramPage(draft, this::showText);
        draft.addListener(this::loaded);
        try {
            addPage(DIAGRAM, diagram, getEditorInput());
            addPage(TEXT, text, getEditorInput());
        } catch (PartInitException e) {
            throw new IllegalStateException(e); // neither page refuses an input
        }
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getContainer(), "dev.headwater.editor.editor");
        setPageText(DIAGRAM, diagram.getPartName());
        setPageText(TEXT, Messages.Text_page);
        setPartName(getEditorInput().getName());
        link = new SelectionLink(this);
        getSite().getPage().addSelectionListener(link);
    }

    private void opened() {
        IDocument document = text.document();
        if (document == null) {
            getContainer().getDisplay().asyncExec(() -> {
                if (!getContainer().isDisposed()) {
                    setActivePage(TEXT); // it says why there is no text
                }
            });
            return;
        }
        IEditorInput input = text.getEditorInput();
        draft.open(document, path(input), input.getName());
    }

    private static Path path(IEditorInput input) {
        IFile file = input.getAdapter(IFile.class);
        IPath location = file == null ? null : file.getLocation();
        if (location != null) {
            return location.toPath();
        }
        URI uri = input instanceof IURIEditorInput located ? located.getURI() : null;
        return uri != null && "file".equals(uri.getScheme()) ? Path.of(uri) : null;
    }

    private void loaded() {
        if (!wasLoaded && draft.isLoaded()) {
            wasLoaded = true;
            if (draft.broken() != null) {
                showText(draft.broken());
            }
        }
    }

    private void close() {
        getSite().getPage().closeEditor(this, false);
    }

    /** Shows where in the text a problem is. */
    private void showText(Problem problem) {
        setActivePage(TEXT);
        IDocument document = text.document();
        if (problem.line() < 1 || document == null || problem.line() > document.getNumberOfLines()) {
            return;
        }
        try {
            int line = problem.line() - 1;
            int column = Math.max(0, Math.min(problem.column() - 1, document.getLineLength(line)));
            text.selectAndReveal(Math.min(document.getLength(), document.getLineOffset(line) + column), 0);
        } catch (BadLocationException e) {
            text.setFocus(); // the text changed meanwhile: nothing to point at
        }
    }

    private void gotoMarker(IMarker marker) {
        String node = marker.getAttribute(NODE, null);
        if (node != null && getActivePage() == DIAGRAM && draft.broken() == null
                && diagram.reveal(new LayerReference(null, node).top())) {
            return;
        }
        setActivePage(TEXT);
        IDE.gotoMarker(text, marker);
    }

    @Override
    protected void pageChange(int index) {
        super.pageChange(index);
        if (index == DIAGRAM) {
            draft.hurry();
        }
    }

    /** The text page's input is what counts: it follows a file that is moved, and goes elsewhere with Save As. */
    @Override
    protected void handlePropertyChange(int property) {
        if (text != null && text.getEditorInput() != null && !text.getEditorInput().equals(getEditorInput())) {
            setInputWithNotify(text.getEditorInput());
            setPartName(getEditorInput().getName());
        }
        super.handlePropertyChange(property);
    }

    @Override
    public String getTitleToolTip() {
        return getEditorInput() == null ? "" : getEditorInput().getToolTipText();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        text.doSave(monitor);
    }

    @Override
    public void doSaveAs() {
        text.doSaveAs();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public void dispose() {
        if (link != null) {
            getSite().getPage().removeSelectionListener(link);
        }
        super.dispose();
        if (draft != null) {
            draft.dispose();
        }
    }

    @Override
    public String getContributorId() {
        return ID;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (draft == null) {
            return super.getAdapter(type);
        }
        if (type == NetworkModel.class) {
            return type.cast(draft);
        }
        if (type == CommandStack.class) {
            return type.cast(draft.commands());
        }
        if (type == GraphicalViewer.class) {
            return type.cast(diagram.viewer());
        }
        if (type == IPropertySheetPage.class) {
            return type.cast(new TabbedPropertySheetPage(this));
        }
        if (type == IContentOutlinePage.class) {
            return type.cast(outline());
        }
        if (type == IGotoMarker.class) {
            return type.cast((IGotoMarker) this::gotoMarker);
        }
        if (type == AbstractTextEditor.class) {
            return type.cast(text); // so that the platform looks after the file whichever page is on top
        }
        return super.getAdapter(type);
    }

    private NetworkOutline outline() {
        if (outline == null || outline.isDisposed()) {
            outline = new NetworkOutline(draft, diagram);
        }
        return outline;
    }

    /** The design that is edited. */
    public NetworkModel model() {
        return draft;
    }

    /** The viewer of the diagram. */
    public GraphicalViewer viewer() {
        return diagram.viewer();
    }

    /** Where a node of the diagram is on the screen; {@code null} if it is not drawn. */
    public Rectangle screenBounds(String node) {
        return diagram.screenBounds(node);
    }

    /** Selects a node of the diagram and scrolls to it, without taking the focus; {@code false} if there is none. */
    public boolean reveal(String node) {
        return diagram.reveal(node);
    }

    /** Whether the text is read, everything that follows from it is known, and all of it is drawn. */
    public boolean isSettled() {
        return draft.isSettled() && text.isSettled() && diagram.isSettled() && (outline == null || outline.isSettled());
    }

    DiagramPage diagram() {
        return diagram;
    }

    NetworkTextPage text() {
        return text;
    }

    IEditorPart page() {
        return getActiveEditor();
    }
}
