/** What the command catalog lists: everything that a network file can say, by section. */
package dev.headwater.trainer.listing;
