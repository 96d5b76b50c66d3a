package dev.headwater.core.layer;

/** A layer that reads a sequence {@code [time, features]} step by step and keeps a state in between. */
public interface Recurrent extends Layer {
    /** Whether the output is the whole sequence {@code [time, units]}; else its last step that counts. */
    boolean returnSequences();
}
