package dev.headwater.trainer.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns as wide as their widest cell; nothing is cut off. */
public final class Table {
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> rights = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of words. */
    public Table left(String title) {
        titles.add(title);
        rights.add(false);
        return this;
    }

    /** Adds a column of numbers, which end below each other. */
    public Table right(String title) {
        titles.add(title);
        rights.add(true);
        return this;
    }

    /** Adds a line; a single cell is a remark that goes across all columns. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, the titles first unless all are empty, each with an indent. */
    public List<String> lines(int indent) {
        int[] widths = new int[titles.size()];
        widen(widths, titles);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        if (titles.stream().anyMatch(title -> !title.isEmpty())) {
            lines.add(line(titles, widths, indent));
        }
        rows.forEach(row -> lines.add(line(row, widths, indent)));
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < cells.size() && cells.size() > 1; i++) {
            widths[i] = Math.max(widths[i], length(cells.get(i)));
        }
    }

    private String line(List<String> cells, int[] widths, int indent) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String space = cells.size() > 1 ? " ".repeat(Math.max(0, widths[i] - length(cell))) : "";
            line.append(i == 0 ? "" : "  ").append(rights.get(i) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
