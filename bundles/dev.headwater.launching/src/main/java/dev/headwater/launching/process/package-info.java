/** The process that trains: its command, its life-line, its output, its progress and how it ended. */
package dev.headwater.launching.process;
