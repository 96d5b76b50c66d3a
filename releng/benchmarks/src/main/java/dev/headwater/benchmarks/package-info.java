/** How fast the product's training step is, beside other libraries: {@code ./headwater bench}. */
package dev.headwater.benchmarks;
