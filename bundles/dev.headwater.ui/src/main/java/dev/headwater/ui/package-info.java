/** Placeholder. */
package dev.headwater.ui;
