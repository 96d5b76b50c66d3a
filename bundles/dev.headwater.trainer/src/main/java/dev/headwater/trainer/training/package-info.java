/** A training from its first step to its record: the loop, its checkpoints, how it stops and how it goes on. */
package dev.headwater.trainer.training;
