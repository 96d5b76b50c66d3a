/** Figures of the diagram, and the theme's colors that they are painted with. */
package dev.headwater.editor.figures;
