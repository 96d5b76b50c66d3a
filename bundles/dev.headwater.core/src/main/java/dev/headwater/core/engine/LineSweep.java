package dev.headwater.core.engine;

import dev.headwater.core.layer.ExampleStep;
import dev.headwater.core.layer.Lines;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/**
 * An element-wise pass over lines of one example: at each step one line of every tensor comes to the heap, where the
 * compiler vectorizes, and goes back, a tile at a time where it is long.
 */
final class LineSweep implements ExampleStep {
    private final TileLoop loop;
    private final int steps;
    private final int length;
    private final Lines[] write;
    private final Lines[] read;
    private final float[][] writeTiles;
    private final float[][] readTiles;
    /** By what is read which other line was the same at the step before, so that it is on the heap already; or -1. */
    private final int[] follows;

    /**
     * A pass over {@code steps} lines of {@code length} floats.
     *
     * @throws IndexOutOfBoundsException if a line is not within its example
     */
    LineSweep(TilePool pool, TileLoop loop, int steps, int length, Lines[] write, Lines[] read) {
        this.loop = loop;
        this.steps = steps;
        this.length = length;
        this.write = write.clone();
        this.read = read.clone();
        readTiles = new float[read.length][];
        writeTiles = new float[write.length][];
        for (int i = 0; i < read.length; i++) {
            check(read[i]);
            readTiles[i] = pool.tile(i);
        }
        follows = new int[read.length];
        for (int i = 0; i < read.length; i++) {
            follows[i] = length > TilePool.TILE ? -1 : leader(i);
        }
        for (int i = 0; i < write.length; i++) {
            check(write[i]);
            writeTiles[i] = pool.tile(read.length + i);
        }
    }

    private int leader(int i) {
        Lines later = read[i];
        Lines sooner = new Lines(later.tensor(), later.offset(), later.distance(), later.first() + later.every(), later
                .every(), later.extent());
        return Arrays.asList(read).indexOf(sooner);
    }

    private void check(Lines lines) {
        for (int step = 0; step < steps; step++) {
            int line = lines.at(step);
            if (lines.has(line)) {
                Objects.checkFromIndexSize(lines.offset() + line * lines.distance(), length, lines.tensor().shape()
                        .size());
            }
        }
    }

    @Override
    public void run(int example) {
        for (int step = 0; step < steps; step++) {
            for (int from = 0; from < length; from += TilePool.TILE) {
                int n = Math.min(TilePool.TILE, length - from);
                for (int i = 0; i < read.length; i++) {
                    if (step > 0 && follows[i] >= 0) {
                        float[] seen = readTiles[follows[i]];
                        readTiles[follows[i]] = readTiles[i];
                        readTiles[i] = seen;
                    } else {
                        fetch(i, read[i].at(step), example, from, n);
                    }
                }
                loop.run(writeTiles, readTiles, n);
                for (int i = 0; i < write.length; i++) {
                    int line = write[i].at(step);
                    if (write[i].has(line)) {
                        write[i].tensor().data().put(place(write[i], line, example) + from, writeTiles[i], 0, n);
                    }
                }
            }
        }
    }

    private void fetch(int i, int line, int example, int from, int n) {
        if (read[i].has(line)) {
            read[i].tensor().data().get(place(read[i], line, example) + from, readTiles[i], 0, n);
        } else {
            Arrays.fill(readTiles[i], 0, n, 0f);
        }
    }

    private static int place(Lines lines, int line, int example) {
        Tensor tensor = lines.tensor();
        return tensor.start() + (tensor.batched() ? example * tensor.stride() : 0) + lines.offset() + line * lines
                .distance();
    }
}
