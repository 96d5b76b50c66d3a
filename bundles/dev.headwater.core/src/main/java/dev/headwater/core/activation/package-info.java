/**
 * Activation functions: exact scalar mathematics in double, and fast tiles in float.
 *
 * <p>
 * A tile method returns value <em>and</em> slope from one exponential, because the slope of a saturated unit is what
 * this product measures: computed from the rounded value, 1 − a², it would be exactly 0 from |z| = 9 on; computed from
 * e^|z| it keeps its relative accuracy down to 1e-38.
 */
package dev.headwater.core.activation;
