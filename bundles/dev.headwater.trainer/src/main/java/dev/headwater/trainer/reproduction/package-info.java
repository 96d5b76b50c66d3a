/** Published results made once more: each a file with its designs and figures, run as any training is. */
package dev.headwater.trainer.reproduction;
