/** What a command is given: network files with overrides, data that must fit, and how it is refused. */
package dev.headwater.trainer.input;
