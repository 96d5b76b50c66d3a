/** The page of Headwater's settings. */
package dev.headwater.ui.preferences;
