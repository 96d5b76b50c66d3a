/** Single operations under JMH: what a step is made of. */
package dev.headwater.benchmarks.kernels;
