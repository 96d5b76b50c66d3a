package dev.headwater.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places that are covered, by rows, so that asking stays cheap among thousands. */
final class Taken {
    private final Grid grid;
    private final Map<Integer, List<Place>> rows = new HashMap<>();

    Taken(Grid grid) {
        this.grid = grid;
    }

    void add(Place place) {
        rows.computeIfAbsent(row(place), row -> new ArrayList<>()).add(place);
    }

    Place free(Place wish) {
        Place place = wish;
        for (Place blocking = blocking(place); blocking != null; blocking = blocking(place)) {
            place = new Place(blocking.x() + grid.column(), place.y());
        }
        return place;
    }

    private Place blocking(Place place) {
        for (int row = row(place) - 1; row <= row(place) + 1; row++) {
            for (Place other : rows.getOrDefault(row, List.of())) {
                if (grid.overlap(place, other)) {
                    return other;
                }
            }
        }
        return null;
    }

    private int row(Place place) {
        return Math.floorDiv(place.y(), grid.row());
    }
}
