package dev.headwater.editor.properties;

import dev.headwater.core.edit.Settings;
import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import java.util.List;
import org.eclipse.osgi.util.NLS;

/**
 * How often a block stands where a node puts it.
 *
 * @param model the design
 * @param subject the node
 * @param node the node as it is
 */
record RepeatSlot(NetworkModel model, NodeSubject subject, Node node) implements Slot {
    private static final String ONCE = "1"; //$NON-NLS-1$

    @Override
    public Object key() {
        return List.of(subject, "repeat", Look.TEXT); //$NON-NLS-1$
    }

    @Override
    public String label() {
        return Messages.repeat;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public String tooltip() {
        return Messages.repeatAbout + "\n" + NLS.bind(Messages.tooltipDefault, ONCE); //$NON-NLS-1$
    }

    @Override
    public Look look() {
        return Look.TEXT;
    }

    @Override
    public String text() {
        return node.repeat() == 1 ? "" : Integer.toString(node.repeat()); //$NON-NLS-1$
    }

    @Override
    public String hint() {
        return ONCE;
    }

    @Override
    public boolean restorable() {
        return node.repeat() != 1;
    }

    @Override
    public String refusal(String text) {
        int times = times(text);
        return times >= 1 && times <= Graph.MAX_REPEAT ? null
                : NLS.bind(Messages.repeatWrong, Integer.toString(Graph.MAX_REPEAT), text.strip());
    }

    private static int times(String text) {
        try {
            return text.isBlank() ? 1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void commit(String text) {
        replace(times(text));
    }

    @Override
    public void restore() {
        replace(1);
    }

    private void replace(int times) {
        if (times != node.repeat()) {
            model.replace(Settings.repeat(model.network(), subject, times), NLS.bind(Messages.repeatOf, subject.id()));
        }
    }
}
