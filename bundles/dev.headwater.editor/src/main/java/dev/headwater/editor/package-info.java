/** The network editor: its pages, and how it behaves among the workbench's other parts. */
package dev.headwater.editor;
