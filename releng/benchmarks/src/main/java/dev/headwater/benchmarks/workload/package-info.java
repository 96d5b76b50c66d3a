/** What is trained: networks as the product's files describe them, a batch of data for each, and who can train them. */
package dev.headwater.benchmarks.workload;
