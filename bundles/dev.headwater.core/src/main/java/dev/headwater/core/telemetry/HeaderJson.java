package dev.headwater.core.telemetry;

import dev.headwater.core.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The JSON of a telemetry file's header: lists of quantities once, and each series as a short array. */
final class HeaderJson {
    private HeaderJson() {
    }

    static Json.Obj write(FrameHeader header) {
        List<List<String>> quantities = new ArrayList<>();
        List<Json> series = new ArrayList<>();
        for (Series one : header.layout().series()) {
            int index = quantities.indexOf(one.quantities());
            if (index < 0) {
                index = quantities.size();
                quantities.add(one.quantities());
            }
            series.add(Json.array(List.of(Json.of(one.node()), Json.of(one.tensor()), Json.of(one.kind().word()),
                    Json.of((long) index), Json.of(one.count()))));
        }
        return Json.object().put("kind", header.kind()).put("level", (long) header.level())
                .put("steps", header.steps()).put("statistics", texts(header.statistics()))
                .put("frame", (long) header.frameBytes()).put("head", (long) header.head())
                .put("ring", (long) header.ring())
                .put("quantities", Json.array(quantities.stream().map(HeaderJson::texts).toList()))
                .put("series", Json.array(series)).build();
    }

    /**
     * The header that this JSON describes.
     *
     * @throws IllegalArgumentException with a sentence about what does not fit
     */
    static FrameHeader read(Json json) {
        List<List<String>> quantities = new ArrayList<>();
        for (Json list : items(get(json, "quantities"))) {
            quantities.add(texts(list));
        }
        List<Series> series = new ArrayList<>();
        for (Json one : items(get(json, "series"))) {
            List<Json> parts = items(one);
            SeriesKind kind = parts.size() == 5 ? SeriesKind.of(text(parts.get(2))) : null;
            long list = kind == null ? -1 : integer(parts.get(3), Integer.MAX_VALUE);
            if (list < 0 || list >= quantities.size()) {
                throw new IllegalArgumentException("series " + series.size() + " is malformed");
            }
            series.add(new Series(text(parts.get(0)), text(parts.get(1)), kind, quantities.get((int) list),
                    integer(parts.get(4), Long.MAX_VALUE)));
        }
        FrameHeader header = new FrameHeader(text(get(json, "kind")), integer(json, "level"),
                integer(get(json, "steps"), Long.MAX_VALUE), texts(get(json, "statistics")), new FrameLayout(series),
                integer(json, "head"), integer(json, "ring"));
        if (integer(json, "frame") != header.frameBytes()) {
            throw new IllegalArgumentException("its frames have another size than its series need");
        }
        return header;
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().<Json>map(Json::of).toList());
    }

    private static List<String> texts(Json json) {
        return items(json).stream().map(HeaderJson::text).toList();
    }

    private static Json get(Json json, String key) {
        Json value = json instanceof Json.Obj object ? object.get(key) : null;
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return value;
    }

    private static int integer(Json json, String key) {
        return (int) integer(get(json, key), Integer.MAX_VALUE);
    }

    private static long integer(Json json, long largest) {
        if (json instanceof Json.Num number && number.text().matches("\\d{1,18}")) {
            long value = Long.parseLong(number.text());
            if (value <= largest) {
                return value;
            }
        }
        throw new IllegalArgumentException("a whole number is missing or too large");
    }

    private static String text(Json json) {
        if (json instanceof Json.Str text) {
            return text.value();
        }
        throw new IllegalArgumentException("a text is missing");
    }

    private static List<Json> items(Json json) {
        if (json instanceof Json.Arr array) {
            return array.items();
        }
        throw new IllegalArgumentException("a list is missing");
    }
}
