/**
 * The layers, and what the engine offers to a layer's arithmetic.
 *
 * <p>
 * A layer is one record in one file: its settings, shapes, parameters, and forward next to backward. Letters: {@code x}
 * input, {@code z} before the activation, {@code y} output, {@code w} weight (out, in), {@code b} bias; {@code dy} is
 * dL/dy. Rows are examples (and time steps), columns are features.
 */
package dev.headwater.core.layer;
