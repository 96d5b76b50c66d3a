/** Placeholder. */
package dev.headwater.launching;
