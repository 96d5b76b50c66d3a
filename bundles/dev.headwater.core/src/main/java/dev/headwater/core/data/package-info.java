/**
 * Data for training: sources (files and generators), the data set they give, how it is split and scaled, and the
 * batches that reach the training loop.
 *
 * <p>
 * A data set holds its rows one after the other, each row an example of the input shape in row-major order. Rows and
 * epochs are counted from 0, lines and columns of files from 1.
 */
package dev.headwater.core.data;
