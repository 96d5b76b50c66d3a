/** Deeplearning4j: its networks and their {@code fit}, and SameDiff where it has no layer for a thing. */
package dev.headwater.benchmarks.dl4j;
