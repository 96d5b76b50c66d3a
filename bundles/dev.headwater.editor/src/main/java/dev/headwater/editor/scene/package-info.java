/** What the diagram shows, computed without a widget: every node's place, words and problem, and every wire's way. */
package dev.headwater.editor.scene;
