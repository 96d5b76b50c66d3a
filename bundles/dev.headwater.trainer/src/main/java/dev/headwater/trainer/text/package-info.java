/** What makes output readable: aligned tables, bars, numbers in few digits, and what the terminal can show. */
package dev.headwater.trainer.text;
