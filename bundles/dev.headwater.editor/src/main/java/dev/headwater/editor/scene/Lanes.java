package dev.headwater.editor.scene;

import dev.headwater.core.edit.Grid;
import dev.headwater.core.edit.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leads wires that would cross nodes, such as those that skip layers, around them on the right. */
final class Lanes {
    private static final int GAP = 14;
    /** So often is a wire moved aside; then it has to share. */
    private static final int MOST = 24;

    private record Run(int top, int bottom, int x) {
    }

    private final Map<NodeKey, Spot> spots;
    private final Grid grid;
    private final List<Place> places;
    private final List<Run> runs = new ArrayList<>();

    Lanes(Map<NodeKey, Spot> spots, Grid grid) {
        this.spots = spots;
        this.grid = grid;
        this.places = spots.values().stream().map(Spot::place).sorted(Comparator.comparingInt(Place::y)).toList();
    }

    Map<Wire, Integer> of(Collection<List<Wire>> wires) {
        Map<Wire, Integer> lanes = new HashMap<>();
        for (List<Wire> several : wires) {
            for (Wire wire : several) {
                Place from = spots.get(wire.from()).place();
                Place to = spots.get(wire.to()).place();
                int top = from.y() + grid.height();
                if (to.y() - top > grid.height() / 2 && crosses(from, to)) {
                    lanes.put(wire, lane(from, to));
                }
            }
        }
        return lanes;
    }

    private boolean crosses(Place from, Place to) {
        int top = from.y() + grid.height();
        for (int i = first(top); i < places.size() && places.get(i).y() < to.y(); i++) {
            Place other = places.get(i);
            double above = x(from, to, other.y());
            double below = x(from, to, other.y() + grid.height());
            if (Math.max(above, below) > other.x() - GAP && Math.min(above, below) < other.x() + grid.width() + GAP) {
                return true;
            }
        }
        return false;
    }

    /** Where the straight way from one node to another is at a height. */
    private double x(Place from, Place to, int y) {
        double top = from.y() + grid.height();
        double share = Math.max(0, Math.min(1, (y - top) / (to.y() - top)));
        return from.x() + (to.x() - from.x()) * share + grid.width() / 2.0;
    }

    /** Straight down from the one node or to the other if nothing is in the way there; else the nearest to the right. */
    private int lane(Place from, Place to) {
        int half = grid.width() / 2;
        int x = from.x() + half;
        if (free(x, from, to) != x) {
            x = free(to.x() + half, from, to) == to.x() + half ? to.x() + half
                    : free(Math.min(from.x(), to.x()) + half, from, to);
        }
        runs.add(new Run(from.y(), to.y(), x));
        return x;
    }

    /** The first x from {@code wish} on at which neither a node nor another wire is in the way. */
    private int free(int wish, Place from, Place to) {
        int x = wish;
        int tries = 0;
        boolean moved = true;
        while (moved && tries++ < MOST) {
            moved = false;
            for (int i = first(from.y() + grid.height()); i < places.size() && places.get(i).y() < to.y(); i++) {
                Place other = places.get(i);
                if (x > other.x() - GAP && x < other.x() + grid.width() + GAP) {
                    x = other.x() + grid.width() + GAP;
                    moved = true;
                }
            }
            for (Run run : runs) {
                if (Math.abs(run.x() - x) < GAP / 2 && run.top() < to.y() && from.y() < run.bottom()) {
                    x = run.x() + GAP / 2;
                    moved = true;
                }
            }
        }
        return x;
    }

    /** The first place at or below a height. */
    private int first(int y) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).y() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
