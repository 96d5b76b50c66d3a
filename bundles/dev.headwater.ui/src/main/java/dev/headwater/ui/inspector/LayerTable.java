package dev.headwater.ui.inspector;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.launching.runs.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The table behind the heat strip: every number of every layer at the selected step. Virtual, for deep networks. */
final class LayerTable {
    private static final int PADDING = 24;
    private static final LayerColumn[] COLUMNS = LayerColumn.values();

    private final Table table;
    private final Consumer<String> picked;
    private List<LayerReport> layers = List.of();
    private List<LayerReport> shown = List.of();
    private LayerColumn sorted = LayerColumn.DEPTH;
    private boolean descending;
    private String selected;

    /** A table; {@code picked} is told the layer that the user selects. */
    LayerTable(Composite parent, Consumer<String> picked) {
        this.picked = picked;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GC gc = new GC(table);
        try {
            for (LayerColumn column : COLUMNS) {
                addColumn(column, gc);
            }
        } finally {
            gc.dispose();
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> pick());
        sort(sorted, false);
        Accessibility.name(table, () -> Messages.table_name);
    }

    private void addColumn(LayerColumn column, GC gc) {
        TableColumn shownAs = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
        shownAs.setText(column.title());
        shownAs.setToolTipText(column.explanation());
        shownAs.setWidth(Math.max(gc.textExtent(column.widest()).x, gc.textExtent(column.title()).x + PADDING)
                + PADDING);
        shownAs.setMoveable(true);
        shownAs.addListener(SWT.Selection, event -> sort(column, column == sorted && !descending));
    }

    Table control() {
        return table;
    }

    /** Shows the numbers of a step; {@code null} empties the table. */
    void show(StepReport step) {
        List<LayerReport> now = step == null ? List.of() : step.layers();
        if (now != layers) {
            layers = now;
            refresh();
        }
    }

    /** Selects a layer and scrolls to it, or to nothing. */
    void select(String layer) {
        if (layer == null || !layer.equals(selected)) {
            selected = layer;
            mark();
            if (table.getSelectionCount() > 0) {
                table.showSelection();
            }
        }
    }

    void sort(LayerColumn column, boolean down) {
        sorted = column;
        descending = down;
        table.setSortColumn(table.getColumn(column.ordinal()));
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        refresh();
    }

    LayerColumn sortedBy() {
        return sorted;
    }

    boolean descending() {
        return descending;
    }

    private void refresh() {
        List<LayerReport> ordered = new ArrayList<>(layers);
        // A stable sort: layers that are equal in the column stay by depth, in either direction.
        ordered.sort(sorted.order(descending));
        shown = ordered;
        if (table.getItemCount() != shown.size()) {
            table.setItemCount(shown.size());
        }
        table.clearAll();
        mark();
    }

    /** Marks the selected layer where it stands now, without scrolling: the numbers may just have changed. */
    private void mark() {
        int row = row(selected);
        int[] before = table.getSelectionIndices();
        if (before.length == 1 && before[0] == row) {
            return;
        }
        table.deselectAll();
        if (row >= 0) {
            table.select(row);
        }
    }

    private int row(String layer) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(layer)) {
                return i;
            }
        }
        return -1;
    }

    private void fill(TableItem item, int index) {
        if (index < shown.size()) {
            LayerReport layer = shown.get(index);
            for (int i = 0; i < COLUMNS.length; i++) {
                item.setText(i, COLUMNS[i].text(layer));
            }
        }
    }

    private void pick() {
        int[] rows = table.getSelectionIndices();
        if (rows.length == 1 && rows[0] < shown.size()) {
            selected = shown.get(rows[0]).id();
            picked.accept(selected);
        }
    }

    /** Puts the selected rows, or all if there is none or only one, on the clipboard. */
    void copy() {
        int[] rows = table.getSelectionIndices();
        List<LayerReport> copied = new ArrayList<>();
        if (rows.length < 2) {
            copied.addAll(shown);
        } else {
            for (int row : rows) {
                copied.add(shown.get(row));
            }
        }
        Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {text(copied)}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** Rows as lines with tabs, the titles first. */
    private static String text(List<LayerReport> rows) {
        StringBuilder text = new StringBuilder();
        for (LayerColumn column : COLUMNS) {
            text.append(column == COLUMNS[0] ? "" : "\t").append(column.title());
        }
        for (LayerReport row : rows) {
            text.append(System.lineSeparator());
            for (LayerColumn column : COLUMNS) {
                text.append(column == COLUMNS[0] ? "" : "\t").append(column.text(row));
            }
        }
        return text.toString();
    }

    /** All cells as they are shown, row by row. */
    List<List<String>> texts() {
        List<List<String>> rows = new ArrayList<>();
        for (LayerReport layer : shown) {
            List<String> row = new ArrayList<>();
            for (LayerColumn column : COLUMNS) {
                row.add(column.text(layer));
            }
            rows.add(row);
        }
        return rows;
    }
}
