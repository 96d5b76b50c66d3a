package dev.headwater.editor.properties;

import dev.headwater.core.edit.Structure;
import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.editor.model.NetworkModel;
import java.util.function.BiConsumer;
import org.eclipse.osgi.util.NLS;

/**
 * What a node of the design itself is called.
 *
 * @param model the design
 * @param subject the node
 * @param renamed told of every change, before it is made
 */
record NameSlot(NetworkModel model, NodeSubject subject, BiConsumer<String, String> renamed) implements Slot {
    @Override
    public Object key() {
        // The line stays the same when the node gets another name.
        return "name"; //$NON-NLS-1$
    }

    @Override
    public String label() {
        return Messages.nodeName;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public String tooltip() {
        return Messages.nodeNameAbout;
    }

    @Override
    public Look look() {
        return Look.TEXT;
    }

    @Override
    public String text() {
        return subject.id();
    }

    @Override
    public String refusal(String text) {
        String name = text.strip();
        if (name.equals(subject.id())) {
            return null;
        }
        if (name.isEmpty()) {
            return Messages.nodeNameEmpty;
        }
        if (model.network().node(name) != null) {
            return NLS.bind(Messages.nodeNameTaken, name);
        }
        return Structure.mayBeCalled(model.network(), name) ? null : Messages.nodeNameRule;
    }

    @Override
    public void commit(String text) {
        String name = text.strip();
        if (!name.equals(subject.id())) {
            renamed.accept(subject.id(), name);
            model.replace(Structure.rename(model.network(), subject.id(), name),
                    NLS.bind(Messages.rename, subject.id(), name));
        }
    }
}
