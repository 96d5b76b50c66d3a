/** Changes of a design, each a function from one immutable network to the next; the editor and remedies share them. */
package dev.headwater.core.edit;
