/**
 * Losses: means over the batch, PyTorch's conventions, summed in double.
 *
 * <p>
 * Where the last layer is the matching activation, a loss starts from the logits: exact where a probability has rounded
 * to 0 or 1, and its gradient keeps its relative accuracy however confident the network is.
 */
package dev.headwater.core.loss;
