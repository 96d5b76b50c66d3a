/** The commands of the terminal: what they take, what they print and with which exit code they end. */
package dev.headwater.trainer;
