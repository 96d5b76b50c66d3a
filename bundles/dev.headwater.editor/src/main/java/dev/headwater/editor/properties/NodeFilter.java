package dev.headwater.editor.properties;

import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IFilter;

/** Accepts what stands for a node in an open editor. */
public final class NodeFilter implements IFilter {
    @Override
    public boolean select(Object element) {
        return Adapters.adapt(element, NetworkModel.class) != null && Adapters.adapt(element, Node.class) != null;
    }
}
