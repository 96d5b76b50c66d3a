/** Optimizers: element-wise arithmetic on tiles of the flat parameter vector; {@code g} is the gradient, w the weight. */
package dev.headwater.core.optimizer;
