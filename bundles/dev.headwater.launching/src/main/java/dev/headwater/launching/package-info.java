/**
 * Training a network from the IDE: the launch type, what a launch configuration says, and the trainings that run.
 *
 * <p>
 * Nothing here knows the user interface, and nothing here loads the numeric library: each training is a process of its
 * own, found and started by {@link dev.headwater.launching.TrainingLaunch}.
 */
package dev.headwater.launching;
