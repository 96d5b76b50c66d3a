package dev.headwater.editor.outline;

import dev.headwater.editor.diagram.DiagramPage;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.parts.LayerEditPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The nodes of a network as a tree, blocks with what they consist of. Its selection and the diagram's are one. */
public final class NetworkOutline extends ContentOutlinePage {
    private final NetworkDraft draft;
    private final DiagramPage diagram;
    private final Runnable refresh = this::later;
    private final ISelectionChangedListener follow = event -> follow();
    private ItemTree items;
    private boolean following;
    private boolean pending;

    /** An outline of what this page draws. */
    public NetworkOutline(NetworkDraft draft, DiagramPage diagram) {
        this.draft = draft;
        this.diagram = diagram;
    }

    @Override
    protected int getTreeStyle() {
        return super.getTreeStyle() | SWT.VIRTUAL;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        items = new ItemTree(tree);
        tree.setContentProvider(items);
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new ItemLabels(diagram)));
        tree.setInput(draft);
        draft.addListener(refresh);
        diagram.viewer().addSelectionChangedListener(follow);
        for (ActionFactory action : List.of(ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT,
                ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE, ActionFactory.SELECT_ALL)) {
            getSite().getActionBars().setGlobalActionHandler(action.getId(), diagram.action(action.getId()));
        }
        follow();
    }

    /** Several changes in a row are drawn once. */
    private void later() {
        if (!pending && !isDisposed()) {
            pending = true;
            getControl().getDisplay().asyncExec(() -> {
                pending = false;
                if (!isDisposed()) {
                    following = true;
                    items.reload();
                    getTreeViewer().setChildCount(draft, items.items().length);
                    getTreeViewer().refresh();
                    following = false;
                    follow();
                }
            });
        }
    }

    private void follow() {
        if (following || isDisposed()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Object part : diagram.viewer().getSelectedEditParts()) {
            if (part instanceof LayerEditPart layer) {
                ids.add(layer.key().id());
            }
        }
        if (!new HashSet<>(tops(getTreeViewer().getStructuredSelection())).equals(ids)) {
            following = true;
            select(ids);
            following = false;
        }
    }

    /** By the tree's own items: the viewer finds only those that were looked at before. */
    private void select(Set<String> ids) {
        Tree tree = getTreeViewer().getTree();
        List<TreeItem> chosen = new ArrayList<>();
        for (int i = 0; i < items.items().length && i < tree.getItemCount(); i++) {
            if (ids.contains(items.items()[i].node().id())) {
                items.updateElement(draft, i);
                chosen.add(tree.getItem(i));
            }
        }
        tree.setSelection(chosen.toArray(TreeItem[]::new));
        if (!chosen.isEmpty()) {
            tree.showSelection();
        }
    }

    private static List<String> tops(IStructuredSelection selection) {
        List<String> tops = new ArrayList<>();
        for (Object item : selection) {
            tops.add(((Item) item).top());
        }
        return tops;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!following) {
            following = true;
            diagram.select(tops(event.getStructuredSelection()));
            following = false;
        }
    }

    /** Whether the tree shows the design as it is. */
    public boolean isSettled() {
        return !pending;
    }

    /** Whether it was closed, or never shown. */
    public boolean isDisposed() {
        return getControl() == null || getControl().isDisposed();
    }

    @Override
    public void dispose() {
        draft.removeListener(refresh);
        diagram.viewer().removeSelectionChangedListener(follow);
        super.dispose();
    }
}
