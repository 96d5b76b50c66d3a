/** The product as a contender: a network file as text, laid out and trained by the engine just as a training does it. */
package dev.headwater.benchmarks.product;
