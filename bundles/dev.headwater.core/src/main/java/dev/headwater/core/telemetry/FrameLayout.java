package dev.headwater.core.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of the series within a frame and where each one's numbers begin. Immutable. */
public final class FrameLayout {
    private record Key(String node, SeriesKind kind, String tensor) {
    }

    private final List<Series> series;
    private final int[] offsets;
    private final Map<Key, Integer> indices;

    /**
     * The layout that puts these series one after the other.
     *
     * @throws IllegalArgumentException if two series name the same tensor, or a frame would be larger than
     *             {@link FrameHeader#MAX_FRAME} allows
     */
    public FrameLayout(List<Series> series) {
        this.series = List.copyOf(series);
        offsets = new int[series.size() + 1];
        indices = HashMap.newHashMap(series.size());
        for (int i = 0; i < offsets.length - 1; i++) {
            Series one = series.get(i);
            long end = (long) offsets[i] + one.quantities().size();
            if (end > FrameHeader.MAX_FRAME / Double.BYTES) {
                throw new IllegalArgumentException("a telemetry frame of more than " + (FrameHeader.MAX_FRAME >> 20)
                        + " MiB would be needed; record fewer layers");
            }
            offsets[i + 1] = (int) end;
            if (indices.put(new Key(one.node(), one.kind(), one.tensor()), i) != null) {
                throw new IllegalArgumentException("the series " + one.node() + "/" + one.tensor() + " ("
                        + one.kind().word() + ") appears twice");
            }
        }
    }

    /** The series, in their order within a frame. */
    public List<Series> series() {
        return series;
    }

    /** How many doubles a frame of level 0 holds. */
    public int values() {
        return offsets[series.size()];
    }

    /** Where the numbers of a series begin. */
    public int offset(int index) {
        return offsets[index];
    }

    /** The index of a series, or -1 if it is not recorded. */
    public int indexOf(String node, SeriesKind kind, String tensor) {
        return indices.getOrDefault(new Key(node, kind, tensor), -1);
    }

    /** The index of the only series of this kind that a layer has, or -1: its output, its output's gradient. */
    public int indexOf(String node, SeriesKind kind) {
        return indexOf(node, kind, kind.word());
    }

    /** Where one quantity of a series stands in a frame, or -1 if it is not recorded. */
    public int offset(int index, String quantity) {
        int place = series.get(index).quantities().indexOf(quantity);
        return place < 0 ? -1 : offsets[index] + place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameLayout layout && series.equals(layout.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }

    @Override
    public String toString() {
        return series.size() + " series, " + values() + " values";
    }
}
