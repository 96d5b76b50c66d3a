/**
 * The law: every catalogued layer, activation and loss against its mathematics written once more, naively, in double,
 * and against central differences of that. Uses none of the engine's arithmetic for the yardstick.
 */
package dev.headwater.core.law;
