/** What is edited: the design, the one command that changes it, and what follows from it. */
package dev.headwater.editor.model;
