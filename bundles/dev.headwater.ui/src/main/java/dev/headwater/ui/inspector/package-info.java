/**
 * The Gradient Inspector: a view of the gradients of one run, layer by layer and step by step.
 *
 * <p>
 * A {@link dev.headwater.launching.runs.RunJob} reads the run, a {@link dev.headwater.ui.inspector.Painter} turns its
 * snapshots into pictures, and {@link dev.headwater.ui.inspector.LatestOnUi} brings the latest of them to the UI
 * thread, which only draws. Rows are layers, input side on top; columns are recorded steps.
 */
package dev.headwater.ui.inspector;
