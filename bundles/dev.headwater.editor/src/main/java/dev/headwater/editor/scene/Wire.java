package dev.headwater.editor.scene;

/**
 * A connection: one input of a node.
 *
 * @param from the node that is read
 * @param to the node that reads
 * @param input which of its inputs, from 0
 */
public record Wire(NodeKey from, NodeKey to, int input) {
}
