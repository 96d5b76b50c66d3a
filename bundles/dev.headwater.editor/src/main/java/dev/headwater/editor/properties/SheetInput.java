package dev.headwater.editor.properties;

import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

/** What a section shows: the selected nodes of one model, or the model itself. Follows the model's changes. */
final class SheetInput {
    private final Runnable changed;
    /** A selected object may still offer the node as it was called before. */
    private final Map<String, String> renamed = new HashMap<>();
    private NetworkModel model;
    private List<?> elements = List.of();

    /** Nothing yet; {@code changed} runs after every change of the model that is shown. */
    SheetInput(Runnable changed) {
        this.changed = changed;
    }

    void set(ISelection selection) {
        elements = selection instanceof IStructuredSelection structured ? List.of(structured.toArray()) : List.of();
        renamed.clear();
        follow(elements.isEmpty() ? null : Adapters.adapt(elements.getFirst(), NetworkModel.class));
    }

    private void follow(NetworkModel next) {
        if (next == model) {
            return;
        }
        if (model != null) {
            model.removeListener(changed);
        }
        model = next;
        if (model != null) {
            model.addListener(changed);
        }
    }

    /** The design; {@code null} if nothing of one is selected. */
    NetworkModel model() {
        return model;
    }

    /** The selected nodes that the design still has. */
    List<NodeSubject> subjects() {
        List<NodeSubject> subjects = new ArrayList<>();
        for (Object element : elements) {
            Node node = model == null ? null : Adapters.adapt(element, Node.class);
            NodeSubject subject = node == null ? null : place(model.network(), node);
            if (subject != null && !subjects.contains(subject)) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    private NodeSubject place(Network network, Node node) {
        for (Node one : network.nodes()) {
            if (one == node) {
                return new NodeSubject(node.id());
            }
        }
        for (Block block : network.blocks().values()) {
            for (Node one : block.nodes()) {
                if (one == node) {
                    return new NodeSubject(block.name(), node.id());
                }
            }
        }
        String id = network.node(node.id()) == null ? renamed.getOrDefault(node.id(), node.id()) : node.id();
        return network.node(id) == null ? null : new NodeSubject(id);
    }

    /** Remembers that a node is called something else from now on, and may be called as before again. */
    void renamed(String before, String after) {
        renamed.put(before, after);
        renamed.put(after, before);
    }

    void dispose() {
        follow(null);
    }
}
