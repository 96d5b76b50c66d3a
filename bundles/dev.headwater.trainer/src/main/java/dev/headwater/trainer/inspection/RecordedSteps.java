package dev.headwater.trainer.inspection;

import dev.headwater.core.telemetry.FrameReader;
import java.util.ArrayList;
import java.util.List;

/** Says which steps a file holds: {@code 0 to 1023, 50000 to 51799}. */
final class RecordedSteps {
    private static final int MOST = 4;

    private RecordedSteps() {
    }

    static String of(FrameReader reader) {
        List<String> ranges = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < reader.size(); i++) {
            boolean ends = i + 1 == reader.size() || reader.firstStep(i + 1) != reader.lastStep(i) + 1;
            if (ends) {
                ranges.add(range(reader.firstStep(begin), reader.lastStep(i)));
                begin = i + 1;
            }
        }
        if (ranges.size() <= MOST) {
            return String.join(", ", ranges);
        }
        return String.join(", ", ranges.subList(0, MOST - 1)) + ", … " + ranges.getLast();
    }

    private static String range(long from, long to) {
        return from == to ? Long.toString(from) : from + " to " + to;
    }
}
