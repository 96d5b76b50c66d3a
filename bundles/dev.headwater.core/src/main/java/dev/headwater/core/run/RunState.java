package dev.headwater.core.run;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    /** It is training, or its process died without a word: {@link RunFolder#interrupted} tells. */
    RUNNING,
    /** It trained to its last epoch. */
    FINISHED,
    /** Somebody stopped it; it can be resumed. */
    STOPPED,
    /** It could not go on. */
    FAILED;

    /** The word for it in files: {@code running}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that a file calls {@code word}, or {@code null} if there is none. */
    public static RunState of(String word) {
        for (RunState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        return null;
    }
}
