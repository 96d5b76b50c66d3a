package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;

/**
 * A tensor that a layer keeps from step to step and does not learn, such as a running mean. Checkpoints hold it as
 * {@code state/<node>/<name>}.
 *
 * @param name its name within the layer
 * @param shape its shape
 * @param initial what it is filled with at first
 */
public record StateSpec(String name, Shape shape, float initial) {
}
