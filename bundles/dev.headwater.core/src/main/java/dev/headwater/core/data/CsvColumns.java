package dev.headwater.core.data;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which column of a table holds what, found from the names in its first line (or the columns' numbers).
 *
 * @param names of all columns; their numbers from 1 if the table has no header
 * @param label the index of the label column
 * @param part the index of the split column, or -1
 * @param features the indices of the input columns, in the order of the inputs
 */
record CsvColumns(List<String> names, int label, int part, int[] features) {
    /**
     * The columns of a table.
     *
     * @param first the cells of the first line
     * @param example the cells of the first line with data
     * @param line the number of the first line
     * @throws DataException if a column is missing, named twice, or nothing is left as input
     */
    static CsvColumns of(Csv csv, SourceFile file, Split split, List<String> first, List<String> example, long line)
            throws DataException {
        List<String> names = csv.header()
                ? first.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, first.size()).mapToObj(String::valueOf).toList();
        Finder finder = new Finder(csv, file, names, line);
        int label = finder.find(csv.label(), "data.label");
        int part = finder.part(split, example, label);
        List<Integer> features = new ArrayList<>();
        if (csv.columns() != null) {
            for (String column : csv.columns()) {
                features.add(finder.find(column, "data.columns"));
            }
        } else {
            IntStream.range(0, names.size()).filter(i -> i != label && i != part).forEach(features::add);
        }
        for (int feature : features) {
            if (feature == label || feature == part) {
                throw finder.refused("column " + Quoted.text(names.get(feature)) + " cannot be an input and the "
                        + (feature == label ? "label" : "split") + "; take it out of data.columns");
            }
            if (names.get(feature).isEmpty()) {
                throw finder.refused("column " + (feature + 1) + " has no name; name it, or list the inputs in"
                        + " data.columns");
            }
        }
        if (features.isEmpty()) {
            throw finder.refused("there is no column left for inputs beside " + Listing.of(names, 10) + finder.hint());
        }
        return new CsvColumns(names, label, part, features.stream().mapToInt(Integer::intValue).toArray());
    }

    /** What inputs and label are called. */
    Dataset.Columns named() {
        return new Dataset.Columns(IntStream.of(features).mapToObj(names::get).toList(), names.get(label));
    }

    /** Finds columns by name and says what went wrong. */
    private record Finder(Csv csv, SourceFile file, List<String> names, Map<String, Integer> index, long line) {
        Finder(Csv csv, SourceFile file, List<String> names, long line) throws DataException {
            this(csv, file, names, new HashMap<>(), line);
            for (int i = 0; i < names.size(); i++) {
                Integer before = names.get(i).isEmpty() ? null : index.put(names.get(i), i);
                if (before != null) {
                    throw refused("columns " + (before + 1) + " and " + (i + 1) + " are both named "
                            + Quoted.text(names.get(i)) + "; rename one" + hint());
                }
            }
        }

        int find(String name, String setting) throws DataException {
            Integer found = index.get(name.strip());
            if (found == null) {
                List<String> near = Nearest.of(name, names);
                throw refused(setting + " names the column " + Quoted.text(name) + ", which does not exist"
                        + (near.isEmpty() || !csv.header() ? "" : "; did you mean " + Listing.of(near, 3) + "?")
                        + (csv.header() ? "; there are " + Listing.of(names, 20)
                                : "; without a header, columns are numbered from 1 to " + names.size())
                        + hint());
            }
            return found;
        }

        /** The split column: the one that is asked for, else one of the usual name that begins as one. */
        int part(Split split, List<String> example, int label) throws DataException {
            if (split instanceof ColumnSplit said) {
                return find(said.column(), "data.split.column");
            }
            int usual = index.getOrDefault(UnsaidSplit.COLUMN, -1);
            boolean input = csv.columns() != null && csv.columns().contains(UnsaidSplit.COLUMN);
            boolean words = usual >= 0 && usual < example.size() && Part.of(example.get(usual)).isPresent();
            return words && usual != label && !input ? usual : -1;
        }

        /** What may be the reason of it all. */
        String hint() {
            if (csv.header() && !names.isEmpty() && names.stream().allMatch(Decimal::isNumber)) {
                return "; if the first line already holds data, say \"header\": false";
            }
            if (names.size() == 1 && csv.header()) {
                for (String other : List.of(",", ";", "\t", "|")) {
                    if (other.charAt(0) != csv.separator() && names.get(0).contains(other)) {
                        return "; if columns are divided by " + (other.equals("\t") ? "tabs" : "'" + other + "'")
                                + ", say \"delimiter\": \"" + (other.equals("\t") ? "tab" : other) + "\"";
                    }
                }
            }
            return "";
        }

        DataException refused(String message) {
            return new DataException(message, file.name(), line, -1, null);
        }
    }
}
