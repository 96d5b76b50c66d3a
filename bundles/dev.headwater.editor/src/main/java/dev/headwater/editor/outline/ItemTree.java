package dev.headwater.editor.outline;

import dev.headwater.editor.model.NetworkModel;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The tree of a network's nodes. */
final class ItemTree implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return Item.of((NetworkModel) input);
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((Item) parent).children();
    }

    @Override
    public Object getParent(Object element) {
        return null; // only the design's own nodes are ever selected from outside
    }

    @Override
    public boolean hasChildren(Object element) {
        return ((Item) element).hasChildren();
    }
}
