/** Edit parts and policies: how a network becomes figures, and how mouse and keyboard become edits. */
package dev.headwater.editor.parts;
