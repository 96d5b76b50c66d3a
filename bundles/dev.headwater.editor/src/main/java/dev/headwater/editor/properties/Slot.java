package dev.headwater.editor.properties;

import java.util.List;

/** One line of a form: what it shows now and what a new text would do. Made anew after every change. */
interface Slot {
    /** What stays the same as long as the line may keep its control. */
    Object key();

    /** The name of what is edited, in sentence case. */
    String label();

    /** How far the line is indented. */
    int depth();

    /** What it means, with range and default. */
    String tooltip();

    /** The control to use. */
    Look look();

    /** What can be chosen. */
    default List<String> choices() {
        return List.of();
    }

    /** What is said; empty if nothing is. */
    String text();

    /** What holds while nothing is said; shown grey. */
    default String hint() {
        return ""; //$NON-NLS-1$
    }

    /** Whether something is said that could be left unsaid. */
    default boolean restorable() {
        return false;
    }

    /** Why this text cannot be, in one sentence; {@code null} if it can. */
    String refusal(String text);

    /** Takes a text that is not refused, as one step that can be undone. */
    void commit(String text);

    /** Leaves it unsaid, as one step that can be undone. */
    default void restore() {
        // nothing to go back to
    }
}
