package dev.headwater.launching.runs;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run folder that was found, in few words: there may be thousands.
 *
 * @param folder the folder, absolute
 * @param status how the run stands
 * @param started when it began; of an unreadable one, when its record was last written
 * @param reason why it failed or cannot be read, in one sentence; {@code null} where neither is so
 */
public record FoundRun(Path folder, RunStatus status, Instant started, String reason) {
    /** The run's name: that of the folder. */
    public String name() {
        return folder.getFileName().toString();
    }
}
