package dev.headwater.launching.process;

/**
 * How a training ended.
 *
 * @param kind in one word
 * @param sentence for people, beginning in lower case: {@code finished after 1,800 steps: …}
 * @param brief the same without advice, for labels
 */
public record Ending(Kind kind, String sentence, String brief) {
    /** The ways to end. */
    public enum Kind {
        /** It trained to its last epoch. */
        FINISHED,
        /** It was asked to stop and saved its state. */
        STOPPED,
        /** It could not begin or not go on, and said why. */
        FAILED,
        /** Its process broke down. */
        CRASHED,
        /** Its process was ended from outside before it could save. */
        KILLED
    }

    /** An ending whose sentence is brief. */
    Ending(Kind kind, String sentence) {
        this(kind, sentence, sentence);
    }

    /** Whether somebody should look at it. */
    public boolean isError() {
        return kind != Kind.FINISHED && kind != Kind.STOPPED;
    }
}
