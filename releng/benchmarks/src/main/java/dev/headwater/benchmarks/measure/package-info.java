/** How time, memory and speed are measured. */
package dev.headwater.benchmarks.measure;
