/** The Properties view of the editor: forms generated from the settings of layers, recipe, data and losses. */
package dev.headwater.editor.properties;
