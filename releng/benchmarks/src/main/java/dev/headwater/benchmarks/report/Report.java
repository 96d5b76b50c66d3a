package dev.headwater.benchmarks.report;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person reads of a measurement. */
public final class Report {
    private static final String LEGEND = "ms: one training step (esn1000: the whole fit), statistics off, the mean over a"
            + " long training from the medians of interleaved turns; one thread for everybody. GF/s: multiplications and"
            + " additions of the step's products in that time; of peak: of what sgemm reaches. watched: what the default"
            + " statistics add; full: all statistics of all rows at every step. memory: times what the step cannot do"
            + " without. DL4J, libtorch: their ms; ratio: that divided by Headwater's. All train the same weights on the same data, and"
            + " their first three losses agree; else there stands DIFFER.";

    private final Json.Obj figures;
    private final List<Json.Obj> rows;

    /** A report of these figures. */
    public Report(Json.Obj figures) {
        this.figures = figures;
        rows = figures.items("workloads").stream().map(row -> (Json.Obj) row).toList();
    }

    /** The lines for a terminal. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        grids().forEach(grid -> lines.addAll(grid.text()));
        if (!rows.isEmpty()) {
            lines.addAll(Wrapped.lines(LEGEND, 0));
            lines.add("");
        }
        lines.addAll(Wrapped.lines(machine(), 0));
        return lines;
    }

    /** The lines in Markdown, made to be pasted into a page. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>(Wrapped.lines("Measured on " + figures.text("date", "?") + " by `"
                + figures.text("command", "./headwater bench") + "`. " + machine(), 0));
        lines.add("");
        grids().forEach(grid -> lines.addAll(grid.markdown()));
        if (!rows.isEmpty()) {
            lines.addAll(Wrapped.lines(LEGEND, 0));
        }
        return lines;
    }

    private List<Grid> grids() {
        return List.of(steps(), twoThreads(), scaling(), start(), kernels()).stream().filter(grid -> !grid.rows()
                .isEmpty())
                .toList();
    }

    private Grid steps() {
        Grid grid = new Grid("A training step", "workload", "batch", "ms", "GF/s", "of peak", "watched", "full",
                "memory", "DL4J", "ratio", "libtorch", "ratio");
        for (Json.Obj row : rows) {
            Json.Obj dl4j = row.object("peers").object("dl4j");
            Json.Obj libtorch = row.object("peers").object("libtorch");
            double gflops = row.number("gflops", Double.NaN);
            grid.row(row.text("name", ""), Long.toString(row.whole("batch", 0)), Figure.time(row, "ms"), Figure.whole(
                    gflops), Figure.share(gflops / row.number("peakGflops", Double.NaN)), Figure.added(row,
                            "telemetryCost"),
                    Figure.added(row, "telemetryCostFull"), Figure.times(row.object("memory"), "ratio"), Figure.time(
                            dl4j, "ms"),
                    Figure.ratio(dl4j), Figure.time(libtorch, "ms"), Figure.ratio(libtorch));
        }
        return grid;
    }

    private Grid twoThreads() {
        Grid grid = new Grid("On two threads", "workload", "batch", "ms", "speed-up", "libtorch ms", "ratio");
        for (Json.Obj row : rows) {
            if (row.has("twoThreads")) {
                Json.Obj two = row.object("twoThreads");
                Json.Obj libtorch = two.object("peers").object("libtorch");
                grid.row(row.text("name", ""), Long.toString(row.whole("batch", 0)), Figure.time(two, "ms"), Figure
                        .times(two, "speedup"), Figure.time(libtorch, "ms"), Figure.times(libtorch, "ratio"));
            }
        }
        return grid;
    }

    /** Time against depth, and against the rows of a batch where a workload has several batches. */
    private Grid scaling() {
        Grid grid = new Grid("How it grows", "step", "ms", "of", "microseconds each");
        for (Json item : figures.items("depths")) {
            Json.Obj row = (Json.Obj) item;
            grid.row("rezero, batch 32", Figure.time(row, "ms"), Numbers.plural(row.whole("layers", 0), "layer"),
                    Numbers.real(1e3 * row.number("msPerLayer", Double.NaN)));
        }
        for (Json.Obj row : rows) {
            if (rows.stream().filter(other -> other.text("name", "").equals(row.text("name", ""))).count() > 1) {
                grid.row(row.text("name", ""), Figure.time(row, "ms"), Numbers.plural(row.whole("batch", 0), "example"),
                        Numbers.real(1e3 * row.number("ms", Double.NaN) / row.whole("batch", 1)));
            }
        }
        return grid;
    }

    private Grid start() {
        Grid grid = new Grid("From the start of ./headwater train to its first step", "start", "ms", "ratio");
        Json.Obj start = figures.object("start");
        if (!start.isEmpty()) {
            grid.row("first step", Figure.whole(start.number("firstStepMs", Double.NaN)), Figure.times(start, "ratio"));
            grid.row("a JVM that runs one operation of ND4J", Figure.whole(start.number("oneOperationMs", Double.NaN)),
                    "1");
            grid.row("train of one epoch, to its end", Figure.whole(start.number("trainMs", Double.NaN)), Figure.NONE);
        }
        return grid;
    }

    private Grid kernels() {
        Grid grid = new Grid("Single operations", "operation", "of", "ns", "ns each", "GF/s");
        for (Json item : figures.items("kernels")) {
            Json.Obj row = (Json.Obj) item;
            double ns = row.number("ns", Double.NaN);
            double each = ns / row.number("elements", Double.NaN);
            grid.row(row.text("operation", ""), row.text("of", "").toLowerCase(Locale.ROOT).replace('_', ' '), Numbers
                    .real(ns), Double.isNaN(each) ? Figure.NONE : Numbers.real(each), Figure.whole(row.number("work",
                            Double.NaN) / ns));
        }
        return grid;
    }

    private String machine() {
        Json.Obj machine = figures.object("machine");
        Json.Obj blas = figures.object("blas");
        Json.Obj versions = figures.object("versions");
        List<String> said = new ArrayList<>();
        said.add("Machine: " + machine.text("cpu", "?") + ", " + Numbers.plural(machine.whole("cores", 0), "core")
                + ", " + Numbers.bytes(machine.whole("memory", 0)) + ", " + machine.text("os", "?") + ", load "
                + Figure.times(machine, "load") + " before.");
        if (!blas.isEmpty()) {
            said.add(blas.text("library", "?") + ", kernel " + blas.text("kernel", "?") + ", sgemm peak " + Figure
                    .whole(
                            blas.number("peakGflops", Double.NaN)) + " GF/s on one thread"
                    + (blas.has("coretype") ? " (" + blas.text("coretype", "") + ")" : "") + ".");
        }
        said.add("Java " + versions.text("java", "?") + ", " + versions.text("headwater", "?") + ".");
        for (String peer : List.of("dl4j", "libtorch")) {
            if (versions.has(peer)) {
                said.add("Beside it: " + versions.text(peer, "") + ".");
            }
        }
        if (figures.truth("quick", false)) {
            said.add("Measured with --quick: a look, not a figure to rely on.");
        }
        return String.join(" ", said);
    }
}
