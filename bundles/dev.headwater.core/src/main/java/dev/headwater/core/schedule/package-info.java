/**
 * Learning rate schedules: what the optimizer's learning rate is multiplied with at each step, and what those that react
 * watch.
 */
package dev.headwater.core.schedule;
