package dev.headwater.core.run;

import dev.headwater.core.data.Standardization;
import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.core.tensor.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A record with everything in it. */
final class Records {
    private Records() {
    }

    static RunRecord full(String id) {
        Json.Obj network = Json.object().put("headwater", 1L).put("nodes", Json.array(List.of())).build();
        LayerRow in = new LayerRow("in", "Input", 0, Shape.of(2), List.of(), LayerRow.At.OUTPUT);
        LayerRow out = new LayerRow("stage1.3/a", "Dense", 7, Shape.of(5),
                List.of(new LayerRow.Parameter("weight", Shape.of(5, 2)),
                        new LayerRow.Parameter("bias", Shape.of(5))),
                LayerRow.At.LOGITS);
        return new RunRecord(id, RunState.RUNNING, Instant.parse("2026-03-29T00:59:59.123456789Z"), null, "runs/older",
                null, null, new RunRecord.Settings(-7, 2, 4, 128, 300), "nets/circle vanishing.headwater", network,
                List.of("no", "yes \"ü\""), Map.of("out", List.of(0.75, 1.5)), new Standardization(List.of(0.1, -3e-7),
                        List.of(1.0, 2.5)),
                new RunRecord.Hashes("abc", "def"),
                Environment.here("0.1.0", "1.0.0-M2.1", "0.3.31", "SkylakeX", 91.25, 1L << 34), List.of(in, out));
    }
}
