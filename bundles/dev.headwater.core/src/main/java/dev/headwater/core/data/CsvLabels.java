package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The label column of a table. Different labels are kept once, with the line of their first appearance, until it is
 * clear that the labels are numbers to come close to.
 */
final class CsvLabels {
    private static final int MOST_GUESSED = 1_000;
    private static final int MOST_CLASSES = 100_000;
    private static final double LARGEST_WHOLE = 1L << 53;

    private final Task task;
    private final SourceFile file;
    private final int column;
    private final String name;
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final FloatList rows;
    private boolean numbers;

    /** A label's number in order of appearance, and the line where it appeared. */
    private record Label(int number, long line) {
    }

    /** What training compares outputs with: class numbers, or values and no classes. */
    record Targets(float[] values, List<String> classes) {
    }

    CsvLabels(Task task, SourceFile file, int column, String name) {
        this.task = task;
        this.file = file;
        this.column = column;
        this.name = name;
        this.rows = new FloatList(file);
        this.numbers = task == Task.REGRESSION;
    }

    /** Takes the label of the next row. */
    void add(String text, long line) throws DataException {
        if (text.isEmpty()) {
            throw at(line, "holds no label; fill it in or remove the line");
        }
        if (numbers) {
            rows.add(number(text, line));
            return;
        }
        Label label = labels.get(text);
        if (label == null) {
            label = new Label(labels.size(), line);
            labels.put(text, label);
        }
        rows.add(label.number());
        if (labels.size() > (task == Task.AUTO ? MOST_GUESSED : MOST_CLASSES)) {
            becomeNumbers(line);
        }
    }

    private void becomeNumbers(long line) throws DataException {
        if (task == Task.CLASSIFICATION) {
            throw at(line, "holds more than " + MOST_CLASSES + " different labels; is it the right one?");
        }
        if (!labels.keySet().stream().allMatch(Decimal::isNumber)) {
            throw at(line, "holds more than " + MOST_GUESSED + " different labels that are not all numbers; is it the"
                    + " right one? If it is, say \"task\": \"classification\"");
        }
        numbers = true;
        float[] values = values();
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, values[(int) rows.get(i)]);
        }
        labels.clear();
    }

    /**
     * The targets of all rows.
     *
     * @throws DataException if there is only one class
     */
    Targets targets() throws DataException {
        boolean allNumbers = labels.keySet().stream().allMatch(Decimal::isNumber);
        boolean allWhole = allNumbers && labels.keySet().stream().map(Double::parseDouble)
                .allMatch(value -> value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE);
        if (!numbers && task == Task.AUTO && allNumbers && !allWhole) {
            becomeNumbers(-1);
        }
        if (numbers) {
            return new Targets(rows.toArray(), List.of());
        }
        return allWhole ? classes(label -> (long) Double.parseDouble(label)) : classes(label -> label);
    }

    /** Classes in the order of their keys; labels of the same key are one class: 1 and 1.0. */
    private <K extends Comparable<K>> Targets classes(Function<String, K> key) throws DataException {
        List<K> keys = new ArrayList<>(new TreeSet<>(labels.keySet().stream().map(key).toList()));
        if (keys.size() < 2) {
            throw new DataException("column " + Quoted.text(name) + " holds only the label "
                    + Quoted.text(keys.get(0).toString())
                    + ", so there is nothing to tell apart; use data with at least two", file.name(), -1, column, null);
        }
        Map<K, Integer> order = new LinkedHashMap<>();
        keys.forEach(k -> order.put(k, order.size()));
        int[] sorted = labels.keySet().stream().mapToInt(label -> order.get(key.apply(label))).toArray();
        float[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = sorted[(int) values[i]];
        }
        return new Targets(values, keys.stream().map(Object::toString).toList());
    }

    /** The number that each label is, by order of appearance. */
    private float[] values() throws DataException {
        float[] values = new float[labels.size()];
        for (Map.Entry<String, Label> label : labels.entrySet()) {
            values[label.getValue().number()] = number(label.getKey(), label.getValue().line());
        }
        return values;
    }

    private float number(String text, long line) throws DataException {
        try {
            return Decimal.read(text);
        } catch (IllegalArgumentException e) {
            throw at(line, "holds " + Quoted.text(text) + ", " + e.getMessage()
                    + (task == Task.REGRESSION ? ", or say \"task\": \"classification\"" : ""));
        }
    }

    private DataException at(long line, String message) {
        return new DataException("column " + Quoted.text(name) + " " + message, file.name(), line, column, null);
    }
}
