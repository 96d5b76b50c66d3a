/** The page with the diagram: viewer, palette, actions, and what is said where there is nothing to draw. */
package dev.headwater.editor.diagram;
