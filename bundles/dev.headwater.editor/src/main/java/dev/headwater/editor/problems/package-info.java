/** What is wrong with network files: markers on the saved files, and squiggles in the text while it is typed. */
package dev.headwater.editor.problems;
