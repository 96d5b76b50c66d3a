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
    private static final int DISTANCE = 16;
    /** So many wires side by side can be told apart; more share a lane. */
    private static final int MOST = 8;

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
                if (to.y() - top > grid.height() && crosses(from, to)) {
                    lanes.put(wire, lane(from, to));
                }
            }
        }
        return lanes;
    }

    private boolean crosses(Place from, Place to) {
        double top = from.y() + grid.height();
        for (int i = first(from.y() + grid.height()); i < places.size() && places.get(i).y() < to.y(); i++) {
            Place other = places.get(i);
            double middle = (other.y() + grid.height() / 2.0 - top) / (to.y() - top);
            double x = from.x() + (to.x() - from.x()) * Math.min(1, middle) + grid.width() / 2.0;
            if (x > other.x() - DISTANCE / 2.0 && x < other.x() + grid.width() + DISTANCE / 2.0) {
                return true;
            }
        }
        return false;
    }

    /** The nearest free way down to the right of the two nodes' middle. */
    private int lane(Place from, Place to) {
        int x = Math.max(from.x(), to.x()) + grid.width() / 2;
        int next = x;
        do {
            x = next;
            for (int i = first(from.y() + grid.height()); i < places.size() && places.get(i).y() < to.y(); i++) {
                Place other = places.get(i);
                if (x > other.x() - DISTANCE / 2 && x < other.x() + grid.width() + DISTANCE) {
                    x = other.x() + grid.width() + DISTANCE;
                }
            }
            next = x;
            int moved = 0;
            for (Run run : runs) {
                if (run.x() == next && run.top() < to.y() && from.y() < run.bottom() && moved++ < MOST) {
                    next += DISTANCE / 2;
                }
            }
        } while (next != x && next - x > MOST * DISTANCE);
        runs.add(new Run(from.y(), to.y(), next));
        return next;
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
