package dev.headwater.benchmarks.report;

import dev.headwater.trainer.text.Table;
import java.util.ArrayList;
import java.util.List;

/** A table with a title, once for a terminal and once for Markdown. Its first column is words, all others numbers. */
record Grid(String title, List<String> columns, List<List<String>> rows) {
    /** A table without rows yet. */
    Grid(String title, String... columns) {
        this(title, List.of(columns), new ArrayList<>());
    }

    /** Adds a row. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines for a terminal. */
    List<String> text() {
        Table table = new Table();
        for (int i = 0; i < columns.size(); i++) {
            table = i == 0 ? table.left(columns.get(i)) : table.right(columns.get(i));
        }
        for (List<String> row : rows) {
            table.row(row.toArray(String[]::new));
        }
        List<String> lines = new ArrayList<>(List.of(title, ""));
        lines.addAll(table.lines(0));
        lines.add("");
        return lines;
    }

    /** The lines in Markdown. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of(title, "", line(columns), "|---" + "|---:".repeat(columns.size()
                - 1) + "|"));
        rows.forEach(row -> lines.add(line(row)));
        lines.add("");
        return lines;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
