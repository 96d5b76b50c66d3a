/** Placeholder. */
package dev.headwater.editor;
