/**
 * Shapes and tensors: the only data types of the numeric packages that catalog entries may mention.
 *
 * <p>
 * Axis conventions. The batch never appears in a {@link dev.headwater.core.tensor.Shape}. An example is
 * {@code [features]}, {@code [time, features]} or {@code [height, width, channels]}, row-major, last axis fastest. A
 * matrix product sees a tensor as {@code (everything but the last axis) × (last axis)}.
 */
package dev.headwater.core.tensor;
