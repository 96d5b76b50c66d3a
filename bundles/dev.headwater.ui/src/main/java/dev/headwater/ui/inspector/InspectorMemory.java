package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.Quantity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.ui.IMemento;

/** What the inspector remembers over a restart. */
final class InspectorMemory {
    private final IMemento memento;

    /** What was remembered; {@code null} stands for nothing. */
    InspectorMemory(IMemento memento) {
        this.memento = memento;
    }

    Path run() {
        String text = text("run");
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    Quantity quantity() {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.name().equals(text("quantity"))) {
                return quantity;
            }
        }
        return Quantity.PARAMETER_GRADIENT;
    }

    boolean pinned() {
        return "true".equals(text("pinned"));
    }

    String layer() {
        return text("layer");
    }

    void sort(LayerTable table) {
        for (LayerColumn column : LayerColumn.values()) {
            if (column.name().equals(text("sorted"))) {
                table.sort(column, "true".equals(text("descending")));
            }
        }
    }

    void weights(String key, SashForm sash, int left, int right) {
        Integer a = memento == null ? null : memento.getInteger(key + ".left");
        Integer b = memento == null ? null : memento.getInteger(key + ".right");
        if (a != null && b != null && a.intValue() > 0 && b.intValue() > 0) {
            sash.setWeights(new int[] {a.intValue(), b.intValue()});
        } else {
            sash.setWeights(new int[] {left, right});
        }
    }

    private String text(String key) {
        return memento == null ? null : memento.getString(key);
    }

    static void saveWeights(IMemento memento, String key, SashForm sash) {
        memento.putInteger(key + ".left", sash.getWeights()[0]);
        memento.putInteger(key + ".right", sash.getWeights()[1]);
    }

    static void save(IMemento memento, RunView view, String layer, LayerTable table) {
        if (view.run() != null) {
            memento.putString("run", view.run().toString());
        }
        if (layer != null) {
            memento.putString("layer", layer);
        }
        memento.putString("quantity", view.quantity().name());
        memento.putBoolean("pinned", view.pinned());
        memento.putString("sorted", table.sortedBy().name());
        memento.putBoolean("descending", table.descending());
    }
}
