/** The wizards under File ▸ New: a network from a template, and the project with the examples. */
package dev.headwater.ui.wizards;
