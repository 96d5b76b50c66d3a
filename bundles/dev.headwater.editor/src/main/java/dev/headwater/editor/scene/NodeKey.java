package dev.headwater.editor.scene;

/**
 * What stays the same of a node while it is edited, and so the model of its edit part.
 *
 * @param id the node's id
 * @param twin 0; the second node of one id, which is an error that a file may have, is 1
 */
public record NodeKey(String id, int twin) {
    /** The node of this id. */
    public NodeKey(String id) {
        this(id, 0);
    }
}
