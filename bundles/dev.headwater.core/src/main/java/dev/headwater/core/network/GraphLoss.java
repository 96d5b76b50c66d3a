package dev.headwater.core.network;

import dev.headwater.core.loss.Loss;

/**
 * A loss at its place in the unrolled network.
 *
 * @param node index of the node whose output it judges
 * @param loss what is minimized
 */
public record GraphLoss(int node, Loss loss) {
}
