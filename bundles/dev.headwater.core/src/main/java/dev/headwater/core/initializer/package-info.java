/**
 * Initializers: each draws the first values of one parameter from its own seeded generator, so that adding a layer
 * leaves the others' start as it was. {@code n_in} and {@code n_out} are the fans of the parameter.
 */
package dev.headwater.core.initializer;
