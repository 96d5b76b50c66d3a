/**
 * The runs of a workspace: which there are, and what one of them has recorded so far. Everything is read from the
 * files that training writes, so a run started in a terminal, a finished one and one of this IDE are all the same.
 * Only {@link dev.headwater.launching.runs.WorkspaceRuns} and {@link dev.headwater.launching.runs.RunJob} know
 * Eclipse; the rest are plain files and numbers.
 */
package dev.headwater.launching.runs;
