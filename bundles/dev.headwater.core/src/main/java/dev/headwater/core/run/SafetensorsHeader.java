package dev.headwater.core.run;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file after every check: the tensors fill the data without gap or overlap.
 *
 * @param metadata the free texts
 * @param tensors where each tensor stands, in file order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> tensors) {
    private static final String METADATA = "__metadata__";

    /** A tensor's shape and its place, in bytes from the beginning of the data. */
    record Entry(Shape shape, long begin, long end) {
    }

    /**
     * Checks a header.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong
     */
    static SafetensorsHeader of(Json json, long dataBytes) {
        if (!(json instanceof Json.Obj tree)) {
            throw new IllegalArgumentException("its header is not an object");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Map.Entry<String, Entry>> entries = new ArrayList<>();
        for (Map.Entry<String, Json> member : tree.members().entrySet()) {
            if (member.getKey().equals(METADATA)) {
                metadata(member.getValue(), metadata);
            } else {
                entries.add(Map.entry(member.getKey(), entry(member.getKey(), member.getValue(), dataBytes)));
            }
        }
        entries.sort(Comparator.comparingLong(entry -> entry.getValue().begin()));
        Map<String, Entry> tensors = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Entry> entry : entries) {
            if (entry.getValue().begin() != end) {
                throw new IllegalArgumentException("there is a gap or an overlap before " + quoted(entry.getKey()));
            }
            end = entry.getValue().end();
            tensors.put(entry.getKey(), entry.getValue());
        }
        if (end != dataBytes) {
            throw new IllegalArgumentException("its tensors take " + end + " bytes, but it holds " + dataBytes);
        }
        return new SafetensorsHeader(Collections.unmodifiableMap(metadata), Collections.unmodifiableMap(tensors));
    }

    private static void metadata(Json json, Map<String, String> into) {
        if (!(json instanceof Json.Obj texts)) {
            throw new IllegalArgumentException(METADATA + " is not an object");
        }
        texts.members().forEach((key, value) -> {
            if (!(value instanceof Json.Str text)) {
                throw new IllegalArgumentException(METADATA + " holds something else than texts");
            }
            into.put(key, text.value());
        });
    }

    private static Entry entry(String name, Json json, long dataBytes) {
        if (!(json instanceof Json.Obj object)) {
            throw new IllegalArgumentException(quoted(name) + " is not described by an object");
        }
        if (!"F32".equals(object.text("dtype", null))) {
            throw new IllegalArgumentException(quoted(name) + " is not of type F32, the only one that is read");
        }
        List<Json> offsets = object.items("data_offsets");
        if (offsets.size() != 2 || !(object.get("shape") instanceof Json.Arr extents)) {
            throw new IllegalArgumentException(quoted(name) + " needs a shape and two data_offsets");
        }
        long begin = whole(name, offsets.get(0));
        long end = whole(name, offsets.get(1));
        int[] shape = new int[extents.items().size()];
        for (int i = 0; i < shape.length; i++) {
            long extent = whole(name, extents.items().get(i));
            shape[i] = (int) Math.min(extent, Integer.MAX_VALUE);
        }
        // Shape refuses more axes or elements than there can be, before anything is multiplied or allocated here.
        Shape checked = Shape.of(shape);
        if (begin > end || end > dataBytes || end - begin != (long) Float.BYTES * checked.size()) {
            throw new IllegalArgumentException(quoted(name) + " of shape " + checked + " cannot stand at bytes " + begin
                    + " to " + end + " of " + dataBytes);
        }
        return new Entry(checked, begin, end);
    }

    private static long whole(String name, Json json) {
        if (!(json instanceof Json.Num number) || !number.text().matches("\\d{1,18}")) {
            throw new IllegalArgumentException(quoted(name) + " has an extent or offset that is no whole number");
        }
        return Long.parseLong(number.text());
    }

    private static String quoted(String name) {
        return Quoted.text(name);
    }
}
