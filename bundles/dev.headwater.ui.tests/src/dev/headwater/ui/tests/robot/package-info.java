/** A person at the workbench: mouse, keyboard, eyes and a stopwatch, for the tests. */
package dev.headwater.ui.tests.robot;
