/** How a training shows its progress: a line that overwrites itself, a line an epoch, or nothing. */
package dev.headwater.trainer.progress;
