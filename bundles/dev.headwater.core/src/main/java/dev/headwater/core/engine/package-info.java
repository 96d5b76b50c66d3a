/**
 * The engine: memory, products, sweeps, parts and threads, and the training step made of them. The only package that
 * names ND4J and OpenBLAS, and one that a layer's author never has to open.
 *
 * <p>
 * A step is cut into parts of the batch, each with tensors of its own; threads only decide how many parts run at once,
 * and sums over parts are taken in their order, so the number of threads never changes a bit. Nothing is allocated and
 * no ND4J operation is called once the first step has run.
 */
package dev.headwater.core.engine;
