/** The perspective in which networks are drawn and watched, and how it is offered. */
package dev.headwater.ui.perspective;
