package dev.headwater.launching.runs;

import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;

/** How a run in the file system stands, as somebody who only sees its folder can tell. */
public enum RunStatus {
    /** A process is training it. */
    RUNNING,
    /** It trained to its last epoch. */
    FINISHED,
    /** Somebody stopped it. */
    STOPPED,
    /** It could not go on. */
    FAILED,
    /** It says it is running, but its process is gone. */
    INTERRUPTED,
    /** Its record cannot be read. */
    UNREADABLE;

    /** The status of a run with this record. */
    public static RunStatus of(RunFolder folder, RunRecord record) {
        return switch (record.state()) {
            case RUNNING -> folder.interrupted(record) ? INTERRUPTED : RUNNING;
            case FINISHED -> FINISHED;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
        };
    }
}
