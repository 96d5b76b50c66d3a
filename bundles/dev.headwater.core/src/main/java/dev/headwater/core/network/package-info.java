/**
 * The design of a network: its immutable model, its file, and the graph that it unrolls to.
 *
 * <p>
 * {@link dev.headwater.core.network.NetworkFile} reads and writes {@code .headwater} files,
 * {@link dev.headwater.core.network.Graph} checks a design and infers its shapes, and
 * {@link dev.headwater.core.network.Overrides} changes single settings by path. Nothing here computes anything with
 * numbers, so all of it works where the numeric library is absent.
 */
package dev.headwater.core.network;
