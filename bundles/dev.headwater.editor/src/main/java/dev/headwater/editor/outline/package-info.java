/** The network as a tree in the Outline view. */
package dev.headwater.editor.outline;
