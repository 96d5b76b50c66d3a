package dev.headwater.editor.model;

import dev.headwater.core.network.Network;

/**
 * A state of the file that undo can come back to, to the letter.
 *
 * @param network the design
 * @param text the file's text that says so
 * @param stamp of the document when it held the text: giving it back tells the platform that nothing is to be saved
 */
record Version(Network network, String text, long stamp) {
}
