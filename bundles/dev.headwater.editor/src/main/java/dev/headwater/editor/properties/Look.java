package dev.headwater.editor.properties;

/** Which control a slot is edited with. */
enum Look {
    /** A line of text. */
    TEXT,
    /** A check box. */
    CHECK,
    /** A list to choose from. */
    CHOICE,
    /** Nothing to edit: the name of the lines below. */
    HEADING
}
