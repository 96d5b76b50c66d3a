/**
 * JSON as small immutable trees that know where each value stood in its file, and their reader and writer.
 *
 * <p>
 * Two trees are equal if they say the same: positions never take part. Numbers keep the text they were read with, so
 * that a file that is read and written again changes only where somebody changed it.
 */
package dev.headwater.core.json;
