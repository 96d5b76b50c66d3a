package dev.headwater.launching.runs;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.EventReader;
import dev.headwater.core.run.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Follows the events of a run for what they say about its progress. */
final class EventTail implements Closeable {
    private final RunFolder folder;
    private final int epochs;
    private EventReader reader;
    private RunProgress progress = RunProgress.NONE;

    EventTail(RunFolder folder, int epochs) {
        this.folder = folder;
        this.epochs = epochs;
    }

    /** What the last finished epoch says. Without readable events the run is shown all the same. */
    RunProgress next() {
        try {
            if (reader == null && Files.exists(folder.events())) {
                reader = EventReader.open(folder.events());
            }
            if (reader != null) {
                reader.next().forEach(this::take);
            }
        } catch (IOException e) {
            // The numbers of the steps do not depend on it.
        }
        return progress;
    }

    private void take(Json.Obj event) {
        long epoch = event.whole("epoch", 0);
        if (!event.text("type", "").equals("epoch") || epoch < 1) {
            return;
        }
        long steps = event.whole("step", 0) / epoch * epochs;
        String metric = null;
        double score = Double.NaN;
        Json.Obj validation = event.object("validation");
        for (Map.Entry<String, Json> member : validation.members().entrySet()) {
            if (!member.getKey().equals("loss") && member.getValue() instanceof Json.Num number) {
                metric = member.getKey();
                score = number.asDouble();
                break;
            }
        }
        progress = new RunProgress(-1, steps > 0 ? steps : -1, Double.NaN, validation.number("loss", Double.NaN),
                metric, score);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
