package dev.headwater.core.engine;

import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The heap tiles of one part, shared by all its sweeps so that they stay in the first cache. One thread at a time. */
final class TilePool {
    /** Floats in a tile: four tiles fit into a first-level cache. */
    static final int TILE = 2048;

    private final List<float[]> tiles = new ArrayList<>();

    /** How long tiles are for rows of this many columns: a row is never cut. */
    static int length(int columns) {
        return columns <= TILE ? TILE / columns * columns : columns;
    }

    /** The i-th tile, {@value #TILE} floats long. */
    float[] tile(int i) {
        while (tiles.size() <= i) {
            tiles.add(new float[TILE]);
        }
        return tiles.get(i);
    }

    /** The index of a tensor among these, by identity, or -1. */
    static int indexOf(List<Tensor> tensors, Tensor tensor) {
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i) == tensor) {
                return i;
            }
        }
        return -1;
    }
}
