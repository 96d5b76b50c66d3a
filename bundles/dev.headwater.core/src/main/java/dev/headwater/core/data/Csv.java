package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.List;

/**
 * A table of comma-separated values (RFC 4180, UTF-8): a label column and columns of numbers, one example a line.
 * Packed by gzip or not.
 */
@Named(about = "a table of comma-separated values: one label column, the others are inputs")
public record Csv(
        @Setting(about = "File, relative to the network file.") String file,
        @Setting(about = "Column with the label: its name, or its number from 1 if there is no header.") String label,
        @Setting(about = "Whether the first line names the columns.", byDefault = "true") boolean header,
        @Setting(about = "Columns that are inputs, in this order; left out: all but label and split"
                + " column.", optional = true) List<String> columns,
        @Setting(about = "The character between two columns, or the word tab.", byDefault = ",") String delimiter,
        @Setting(about = "What the labels are: classification, regression, or auto (classification for texts and for at"
                + " most 1,000 different whole numbers).", byDefault = "auto") Task task,
        @Setting(about = "What becomes of a row in which an input has no value (nothing, NA, NaN, null, ?): error refuses"
                + " the table, drop leaves the row out, mean puts in the column's mean over the training"
                + " part.", byDefault = "error") Missing missing) implements DataSource {
    /**
     * These settings.
     *
     * @throws IllegalArgumentException if the delimiter is not one character that can delimit, or {@code columns} is
     *             empty or names one twice
     */
    public Csv {
        String word = delimiter;
        if (!word.equals("tab") && (word.length() != 1 || "\"\r\n\0".contains(word)
                || Character.isLetterOrDigit(word.charAt(0)) || "+-.".contains(word))) {
            throw new IllegalArgumentException("delimiter must be one character such as ',' or ';', or the word tab,"
                    + " was '" + word.strip() + "'");
        }
        if (columns != null) {
            columns = List.copyOf(columns);
            if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
                throw new IllegalArgumentException("columns must name at least one column and none twice, was "
                        + Listing.of(columns, 10));
            }
        }
    }

    /** A table of which every input has its value. */
    public Csv(String file, String label, boolean header, List<String> columns, String delimiter, Task task) {
        this(file, label, header, columns, delimiter, task, Missing.ERROR);
    }

    /** The table in {@code file} with a header, and the usual settings for everything else. */
    public static Csv of(String file, String label) {
        return new Csv(file, label, true, null, ",", Task.AUTO, Missing.ERROR);
    }

    /** The character between two columns. */
    char separator() {
        return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
    }

    @Override
    public Dataset load(Origin origin) throws DataException {
        return new CsvTable(this, SourceFile.of(origin, file, "file"), origin.split()).read();
    }
}
