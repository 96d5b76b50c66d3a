package dev.headwater.core.data;

import java.util.Arrays;

/** Floats that arrive one by one from a file, as many as fit into memory. */
final class FloatList {
    private final SourceFile file;
    private float[] values = new float[1024];
    private int size;

    FloatList(SourceFile file) {
        this.file = file;
    }

    void add(float value) throws DataException {
        if (size == values.length) {
            file.reserve(size + (size >> 1) + (long) size); // the old array lives until the new one is filled
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void set(int i, float value) {
        values[i] = value;
    }

    float get(int i) {
        return values[i];
    }

    int size() {
        return size;
    }

    float[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
