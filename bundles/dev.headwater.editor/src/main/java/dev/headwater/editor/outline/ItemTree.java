package dev.headwater.editor.outline;

import dev.headwater.editor.model.NetworkModel;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;

/** The tree of a network's nodes, of which only those are made that are looked at. */
final class ItemTree implements ILazyTreeContentProvider {
    private final TreeViewer viewer;
    private NetworkModel model;
    private Item[] items = {};

    ItemTree(TreeViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void inputChanged(Viewer changed, Object before, Object now) {
        model = (NetworkModel) now;
        reload();
    }

    /** Takes the nodes as they are now. */
    void reload() {
        items = model == null ? new Item[0] : Item.of(model);
    }

    /** The design's own nodes. */
    Item[] items() {
        return items;
    }

    private Item[] of(Object parent) {
        return parent instanceof Item item ? item.children() : items;
    }

    @Override
    public void updateElement(Object parent, int index) {
        Item[] children = of(parent);
        if (index < children.length) {
            viewer.replace(parent, index, children[index]);
            viewer.setChildCount(children[index], children[index].children().length);
        }
    }

    @Override
    public void updateChildCount(Object element, int count) {
        int now = of(element).length;
        if (now != count) {
            viewer.setChildCount(element, now);
        }
    }

    @Override
    public Object getParent(Object element) {
        return null; // nobody selects what lies inside a block from outside
    }
}
