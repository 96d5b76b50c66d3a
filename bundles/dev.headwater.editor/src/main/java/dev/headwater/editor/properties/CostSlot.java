package dev.headwater.editor.properties;

import dev.headwater.core.network.Graph;
import dev.headwater.core.network.RecordingCost;
import dev.headwater.editor.model.NetworkModel;
import java.text.NumberFormat;
import org.eclipse.osgi.util.NLS;

/**
 * What recording costs, where it is set: a line that only says something.
 *
 * @param tooltip what it says; found once, for a form asks for it several times
 */
record CostSlot(String tooltip) implements Slot {
    /** As the design is now. */
    static CostSlot of(NetworkModel model) {
        Graph graph = model.graph();
        if (graph == null) {
            return new CostSlot(Messages.recordingCostUnknown);
        }
        double cost = RecordingCost.of(graph, model.network().recipe());
        return new CostSlot(cost == 0 ? Messages.recordingCostNothing
                : NLS.bind(Messages.recordingCostAbout, percent(cost)));
    }

    private static String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance();
        format.setMaximumFractionDigits(share < 0.01 ? 1 : 0);
        return format.format(share);
    }

    @Override
    public Object key() {
        return "cost"; //$NON-NLS-1$
    }

    @Override
    public String label() {
        return Messages.recordingCost;
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public Look look() {
        return Look.HEADING;
    }

    @Override
    public String text() {
        return ""; //$NON-NLS-1$
    }

    @Override
    public String refusal(String text) {
        return null;
    }

    @Override
    public void commit(String text) {
        // nothing can be typed
    }
}
