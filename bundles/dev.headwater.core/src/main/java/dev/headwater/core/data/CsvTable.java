package dev.headwater.core.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One reading of a table: every cell checked, every complaint with its line and column. */
final class CsvTable {
    private static final int LONGEST_CELL = 1_000_000;
    private static final int MOST_COLUMNS = 100_000;
    private static final int LONGEST_LINE = 16_000_000;
    private static final int SNIFFED = 4096;

    private final Csv csv;
    private final SourceFile file;
    private final Split split;
    private final FloatList inputs;
    private final List<Part> parts = new ArrayList<>();
    private CsvColumns columns;
    private CsvLabels labels;
    private long line;

    CsvTable(Csv csv, SourceFile file, Split split) {
        this.csv = csv;
        this.file = file;
        this.split = split;
        this.inputs = new FloatList(file);
    }

    /**
     * The table's rows.
     *
     * @throws DataException if the file is no such table, or a cell is not what its column needs
     */
    Dataset read() throws DataException {
        CsvRecordHandler handler = CsvRecordHandler.of(limits -> limits.maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_LINE));
        CsvReader.CsvReaderBuilder builder = CsvReader.builder().fieldSeparator(csv.separator()).skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true).maxBufferSize(LONGEST_LINE);
        try (InputStream in = text();
                CsvReader<CsvRecord> reader = builder.build(handler, in, StandardCharsets.UTF_8);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            read(records);
        } catch (CsvParseException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw file.failed(e.getCause());
        } catch (IOException e) {
            throw file.failed(e);
        }
        if (inputs.size() == 0) {
            throw file.refused(
                    "has no row without a missing value, so data.missing = drop leaves none; leave the column"
                            + " that is empty out with data.columns, or set data.missing to mean");
        }
        CsvLabels.Targets targets = labels.targets();
        return new Dataset(targets.values().length + " rows of " + csv.file(), Shape.of(columns.features().length),
                Shape.of(1), inputs.toArray(), targets.values(), targets.classes(),
                columns.part() < 0 ? null : parts.toArray(Part[]::new)).withColumns(columns.named());
    }

    /** The file's bytes, once the first of them look like text. */
    private InputStream text() throws IOException {
        InputStream in = file.open();
        in.mark(SNIFFED);
        byte[] head = in.readNBytes(SNIFFED);
        in.reset();
        boolean wide = head.length > 1 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) >= 0xFEFF; // UTF-16's mark
        for (int i = 0; i < head.length && !wide; i++) {
            if (head[i] == 0) {
                in.close();
                throw file.refused("is not a table of text: byte " + i + " is zero; check which file "
                        + file.setting() + " names");
            }
        }
        return in;
    }

    private void read(CloseableIterator<CsvRecord> records) throws DataException {
        if (!records.hasNext()) {
            throw file.refused("holds no line; it should hold a table");
        }
        CsvRecord first = records.next();
        line = first.getStartingLineNumber();
        if (csv.header() && !records.hasNext()) {
            throw new DataException("holds only a header, there is no row of data", file.name(), line, -1, null);
        }
        CsvRecord row = csv.header() ? records.next() : first;
        columns = CsvColumns.of(csv, file, split, first.getFields(), row.getFields(), line);
        labels = new CsvLabels(csv.task(), file, columns.label() + 1, columns.names().get(columns.label()));
        while (true) {
            add(row);
            if (!records.hasNext()) {
                return;
            }
            row = records.next();
        }
    }

    private void add(CsvRecord row) throws DataException {
        line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.names().size()) {
            int count = row.getFieldCount();
            throw new DataException("has " + count + (count == 1 ? " column" : " columns") + ", the first line has "
                    + columns.names().size() + "; complete or remove the line", file.name(), line, -1, null);
        }
        if (csv.missing() == Missing.DROP && incomplete(row)) {
            return;
        }
        for (int feature : columns.features()) {
            String cell = row.getField(feature).strip();
            if (csv.missing() == Missing.MEAN && Decimal.isMissing(cell)) {
                inputs.add(Gaps.GAP);
                continue;
            }
            try {
                inputs.add(Decimal.read(cell));
            } catch (IllegalArgumentException e) {
                throw at(feature, "holds " + Quoted.text(cell) + ", " + e.getMessage()
                        + ", or leave the column out with data.columns" + (Decimal.isMissing(cell)
                                ? ", or set data.missing to drop or mean"
                                : "") + headerHint());
            }
        }
        if (columns.part() >= 0) {
            String cell = row.getField(columns.part()).strip();
            parts.add(Part.of(cell).orElseThrow(() -> at(columns.part(), "holds " + Quoted.text(cell)
                    + ", the split column holds train, validation or test")));
        }
        labels.add(row.getField(columns.label()).strip(), line);
    }

    /** Whether an input or the label has no value. */
    private boolean incomplete(CsvRecord row) {
        for (int feature : columns.features()) {
            if (Decimal.isMissing(row.getField(feature).strip())) {
                return true;
            }
        }
        String label = row.getField(columns.label()).strip();
        return label.isEmpty() || csv.task() == Task.REGRESSION && Decimal.isMissing(label);
    }

    private String headerHint() {
        return csv.header() || line > 1 ? "" : "; if the first line names the columns, say \"header\": true";
    }

    private DataException at(int column, String message) {
        return new DataException("column " + Quoted.text(columns.names().get(column)) + " " + message, file.name(),
                line, column + 1, null);
    }

    /** What FastCSV found: a cell, line or number of columns beyond the limits, or a quote that is never closed. */
    private DataException broken(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof IOException io && !(cause.getMessage() + "").contains("exceed")) {
            return file.failed(io);
        }
        return new DataException("is not a table that can be read beyond here: " + cause.getMessage()
                + "; is a quote left open?", file.name(), line + 1, -1, e);
    }
}
