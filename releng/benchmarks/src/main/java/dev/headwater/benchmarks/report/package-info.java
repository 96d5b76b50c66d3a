/** The figures as tables for the terminal and as Markdown, both made from the same JSON. */
package dev.headwater.benchmarks.report;
