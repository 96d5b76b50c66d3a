package dev.headwater.core.run;

import dev.headwater.core.data.Standardization;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes {@code run.json}. */
final class RunJson {
    private static final int FORMAT = 1;

    private RunJson() {
    }

    static void write(Path file, RunRecord run) throws RunException {
        AtomicFiles.write(file, JsonWriter.write(toJson(run)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a file.
     *
     * @throws RunException naming file, line and what is wrong
     */
    static RunRecord read(Path file) throws RunException {
        try {
            if (!(JsonReader.read(file) instanceof Json.Obj tree)) {
                throw new RunException(file + " is not the record of a run");
            }
            return fromJson(file, tree);
        } catch (JsonException e) {
            String place = e.at().known() ? ", line " + e.line() : "";
            throw new RunException(file + place + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RunException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    static Json.Obj toJson(RunRecord run) {
        RunRecord.Settings settings = run.settings();
        Environment here = run.environment();
        return Json.object().put("format", (long) FORMAT).put("id", run.id()).put("state", run.state().word())
                .put("started", run.started().toString())
                .put("ended", run.ended() == null ? null : run.ended().toString())
                .put("resumedFrom", run.resumedFrom()).put("failure", run.failure()).put("result", run.result())
                .put("seed", settings.seed()).put("parts", (long) settings.parts())
                .put("threads", (long) settings.threads()).put("batch", (long) settings.batch())
                .put("epochs", (long) settings.epochs()).put("networkFile", run.networkFile())
                .put("network", run.network()).put("classes", Json.array(run.classes().stream().map(Json::of).toList()))
                .put("classWeights", classWeights(run.classWeights()))
                .put("standardization", standardization(run.standardization()))
                .put("hashes",
                        Json.object().put("design", run.hashes().design()).put("data", run.hashes().data()).build())
                .put("versions",
                        Json.object().put("headwater", here.headwater()).put("java", here.java())
                                .put("nd4j", here.nd4j()).put("openblas", here.openblas()).build())
                .put("blas", Json.object().put("kernel", here.kernel()).put("gflops", here.gflops()).build())
                .put("machine",
                        Json.object().put("os", here.os()).put("arch", here.arch()).put("cpus", (long) here.cpus())
                                .put("memory", here.memory()).build())
                .put("layers", Json.array(run.layers().stream().map(RunJson::layer).toList())).build();
    }

    private static RunRecord fromJson(Path file, Json.Obj tree) throws RunException {
        long format = tree.whole("format", 0);
        if (format > FORMAT) {
            throw new RunException(file + " was written by a newer Headwater (format " + format
                    + "); this one reads format " + FORMAT + ": update it");
        }
        if (format < 1) {
            throw new RunException(file + " is not the record of a run: it has no 'format'");
        }
        Json.Obj hashes = tree.object("hashes");
        RunState state = RunState.of(text(tree, "state"));
        if (state == null || !(tree.get("network") instanceof Json.Obj network)) {
            throw new IllegalArgumentException((state == null ? "'state'" : "'network'") + " makes no sense");
        }
        List<LayerRow> layers = new ArrayList<>();
        for (Json row : tree.items("layers")) {
            layers.add(layer(row));
        }
        return new RunRecord(text(tree, "id"), state, instant(tree, "started"),
                tree.get("ended") instanceof Json.Str ? instant(tree, "ended") : null, tree.text("resumedFrom", null),
                tree.text("failure", null), tree.get("result") instanceof Json.Obj result ? result : null,
                new RunRecord.Settings(whole(tree, "seed"), Math.toIntExact(whole(tree, "parts")),
                        Math.toIntExact(whole(tree, "threads")), Math.toIntExact(whole(tree, "batch")),
                        Math.toIntExact(whole(tree, "epochs"))),
                tree.text("networkFile", null), network,
                tree.items("classes").stream().map(RunJson::text).toList(), classWeights(tree.object("classWeights")),
                tree.get("standardization") instanceof Json.Obj scales
                        ? new Standardization(numbers(scales, "means"), numbers(scales, "sds"))
                        : null,
                new RunRecord.Hashes(hashes.text("design", ""), hashes.text("data", "")), environment(tree), layers);
    }

    private static Environment environment(Json.Obj tree) {
        Json.Obj versions = tree.object("versions");
        Json.Obj blas = tree.object("blas");
        Json.Obj machine = tree.object("machine");
        return new Environment(versions.text("headwater", "?"), versions.text("java", "?"), versions.text("nd4j", "?"),
                versions.text("openblas", "?"), blas.text("kernel", "?"), blas.number("gflops", Double.NaN),
                machine.text("os", "?"), machine.text("arch", "?"), (int) machine.whole("cpus", 0),
                machine.whole("memory", 0));
    }

    private static Json layer(LayerRow row) {
        List<Json> parameters = new ArrayList<>();
        for (LayerRow.Parameter parameter : row.parameters()) {
            parameters.add(Json.object().put("name", parameter.name()).put("shape", shape(parameter.shape()))
                    .put("count", parameter.count()).build());
        }
        return Json.object().put("id", row.id()).put("kind", row.kind()).put("depth", (long) row.depth())
                .put("shape", shape(row.shape())).put("parameters", Json.array(parameters)).put("at", row.at().word())
                .build();
    }

    private static LayerRow layer(Json json) {
        if (!(json instanceof Json.Obj row)) {
            throw new IllegalArgumentException("a row of 'layers' is " + json.kind());
        }
        List<LayerRow.Parameter> parameters = new ArrayList<>();
        for (Json one : row.items("parameters")) {
            if (!(one instanceof Json.Obj parameter)) {
                throw new IllegalArgumentException("a parameter of a layer is " + one.kind());
            }
            parameters.add(new LayerRow.Parameter(text(parameter, "name"), shape(parameter)));
        }
        boolean logits = LayerRow.At.LOGITS.word().equals(row.text("at", ""));
        return new LayerRow(text(row, "id"), text(row, "kind"), Math.toIntExact(whole(row, "depth")), shape(row),
                parameters, logits ? LayerRow.At.LOGITS : LayerRow.At.OUTPUT);
    }

    private static Json shape(Shape shape) {
        List<Json> extents = new ArrayList<>();
        for (int extent : shape.toArray()) {
            extents.add(Json.of((long) extent));
        }
        return Json.array(extents);
    }

    private static Shape shape(Json.Obj owner) {
        List<Json> extents = owner.items("shape");
        int[] array = new int[extents.size()];
        for (int i = 0; i < array.length; i++) {
            if (!(extents.get(i) instanceof Json.Num extent)) {
                throw new IllegalArgumentException("a 'shape' holds " + extents.get(i).kind());
            }
            array[i] = extent.asInt();
        }
        return Shape.of(array);
    }

    private static Json classWeights(Map<String, List<Double>> weights) {
        Json.Builder all = Json.object();
        new TreeMap<>(weights).forEach((node, own) -> all.put(node, Json.array(own.stream().map(Json::of).toList())));
        return all.build();
    }

    private static Map<String, List<Double>> classWeights(Json.Obj weights) {
        Map<String, List<Double>> all = new HashMap<>();
        weights.members().keySet().forEach(node -> all.put(node, numbers(weights, node)));
        return all;
    }

    private static Json standardization(Standardization scales) {
        return scales == null ? Json.NULL
                : Json.object().put("means", Json.array(scales.mean().stream().map(Json::of).toList()))
                        .put("sds", Json.array(scales.deviation().stream().map(Json::of).toList())).build();
    }

    private static List<Double> numbers(Json.Obj owner, String key) {
        return owner.items(key).stream().map(Json::toDouble).toList();
    }

    private static String text(Json.Obj owner, String key) {
        if (!(owner.get(key) instanceof Json.Str text)) {
            throw new IllegalArgumentException("the text '" + key + "' is missing");
        }
        return text.value();
    }

    private static String text(Json json) {
        if (!(json instanceof Json.Str text)) {
            throw new IllegalArgumentException("a text is needed, was " + json.kind());
        }
        return text.value();
    }

    private static long whole(Json.Obj owner, String key) {
        if (!(owner.get(key) instanceof Json.Num number) || !number.isLong()) {
            throw new IllegalArgumentException("the whole number '" + key + "' is missing");
        }
        return number.asLong();
    }

    private static Instant instant(Json.Obj owner, String key) {
        try {
            return Instant.parse(text(owner, key));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + key + "' is not a point in time", e);
        }
    }
}
