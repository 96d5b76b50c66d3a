package dev.headwater.core.engine;

import dev.headwater.core.layer.Sweep;
import dev.headwater.core.layer.TileLoop;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element-wise pass over tensors of equal size: tiles are copied to the heap, where the compiler vectorizes, worked
 * on, and copied back. Unbatched one-row tensors are repeated for every row; column sums are folded on the way.
 */
final class TileSweep implements Sweep {
    private final TileLoop loop;
    private final Tensor[] write;
    private final Tensor[] read;
    private final Tensor sums;
    private final int columns;
    private final int tile;
    private final boolean[] repeated;
    private final boolean[] fetched;
    private final float[][] writeTiles;
    private final float[][] readTiles;
    private final float[] lanes;

    /**
     * A pass over whole batches.
     *
     * @param pool where the tiles come from
     * @param loop the arithmetic
     * @param sums where the column sums of the first written (or, without one, first read) tensor go, or {@code null}
     * @param byRow whether every tile is exactly one matrix row
     * @throws IllegalArgumentException if the tensors differ in size
     */
    TileSweep(TilePool pool, TileLoop loop, Tensor sums, boolean byRow, Tensor[] write, Tensor[] read) {
        this.loop = loop;
        this.write = write.clone();
        this.read = read.clone();
        this.sums = sums;
        Tensor lead = write.length > 0 ? write[0] : read[0];
        columns = lead.columns();
        tile = byRow ? columns : TilePool.length(columns);
        repeated = new boolean[read.length];
        fetched = new boolean[read.length];
        List<Tensor> distinct = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            repeated[i] = !read[i].batched() && lead.batched() && read[i].shape().size() == columns;
            fetched[i] = TilePool.indexOf(distinct, read[i]) < 0;
            checkSize(lead, read[i], repeated[i]);
            distinct.add(read[i]);
        }
        for (Tensor tensor : write) {
            checkSize(lead, tensor, false);
            distinct.add(tensor);
        }
        float[][] own = new float[distinct.size()][];
        readTiles = tiles(pool, own, distinct, read);
        writeTiles = tiles(pool, own, distinct, write);
        lanes = sums == null ? null : new float[tile];
    }

    private static void checkSize(Tensor lead, Tensor tensor, boolean repeated) {
        if (!repeated && (tensor.batched() != lead.batched() || tensor.shape().size() != lead.shape().size())) {
            throw new IllegalArgumentException("a sweep needs tensors of one size: " + lead + " and " + tensor);
        }
    }

    /** One tile for each distinct tensor, so that one that is both read and written appears as the same array. */
    private float[][] tiles(TilePool pool, float[][] chosen, List<Tensor> distinct, Tensor[] tensors) {
        float[][] tiles = new float[tensors.length][];
        for (int i = 0; i < tensors.length; i++) {
            int index = TilePool.indexOf(distinct, tensors[i]);
            if (chosen[index] == null) {
                chosen[index] = tile > TilePool.TILE ? new float[tile] : pool.tile(index);
            }
            tiles[i] = chosen[index];
        }
        return tiles;
    }

    @Override
    public void run(int rows) {
        int total = (write.length > 0 ? write[0] : read[0]).size(rows);
        for (int i = 0; i < read.length; i++) {
            if (repeated[i]) {
                repeat(read[i], readTiles[i], Math.min(tile, total));
            }
        }
        if (lanes != null) {
            Arrays.fill(lanes, 0f);
        }
        for (int from = 0; from < total; from += tile) {
            int n = Math.min(tile, total - from);
            for (int i = 0; i < read.length; i++) {
                if (fetched[i] && !repeated[i]) {
                    get(read[i], from, readTiles[i], n);
                }
            }
            loop.run(writeTiles, readTiles, n);
            for (int i = 0; i < write.length; i++) {
                put(write[i], from, writeTiles[i], n);
            }
            if (lanes != null) {
                accumulate(write.length > 0 ? writeTiles[0] : readTiles[0], lanes, n);
            }
        }
        if (lanes != null) {
            fold(Math.min(tile, total));
        }
    }

    private static void get(Tensor tensor, int from, float[] tile, int n) {
        if (tensor.contiguous()) {
            tensor.data().get(from, tile, 0, n);
            return;
        }
        int size = tensor.shape().size();
        for (int at = 0; at < n;) {
            int within = (from + at) % size;
            int count = Math.min(size - within, n - at);
            tensor.data().get(tensor.start() + (from + at) / size * tensor.stride() + within, tile, at, count);
            at += count;
        }
    }

    private static void put(Tensor tensor, int from, float[] tile, int n) {
        if (tensor.contiguous()) {
            tensor.data().put(from, tile, 0, n);
            return;
        }
        int size = tensor.shape().size();
        for (int at = 0; at < n;) {
            int within = (from + at) % size;
            int count = Math.min(size - within, n - at);
            tensor.data().put(tensor.start() + (from + at) / size * tensor.stride() + within, tile, at, count);
            at += count;
        }
    }

    private void repeat(Tensor row, float[] into, int length) {
        row.data().get(0, into, 0, columns);
        for (int at = columns; at < length; at += columns) {
            System.arraycopy(into, 0, into, at, columns);
        }
    }

    private static void accumulate(float[] x, float[] lanes, int n) {
        for (int i = 0; i < n; i++) {
            lanes[i] += x[i];
        }
    }

    private void fold(int length) {
        for (int at = columns; at < length; at += columns) {
            for (int i = 0; i < columns; i++) {
                lanes[i] += lanes[at + i];
            }
        }
        sums.data().put(0, lanes, 0, columns);
    }
}
