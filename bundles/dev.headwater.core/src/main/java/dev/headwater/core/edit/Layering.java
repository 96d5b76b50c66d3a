package dev.headwater.core.edit;

import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layered drawing, from top to bottom: a node stands below everything that it reads, as far down as its longest path
 * from an input is long. Nodes of one layer are ordered by where their inputs stand. Nodes that the network places
 * itself stay there, and the others fit in below their inputs. Circles and missing inputs, which a design may have
 * while it is edited, do no harm.
 */
public final class Layering {
    private static final int SWEEPS = 4;

    private final List<Node> nodes;
    private final Grid grid;
    private final int[][] inputs;
    private final int[] depth;

    private Layering(Network network, Grid grid) {
        this.nodes = network.nodes();
        this.grid = grid;
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            indices.putIfAbsent(nodes.get(i).id(), i);
        }
        inputs = new int[nodes.size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = nodes.get(i).from().stream().map(indices::get).filter(input -> input != null)
                    .mapToInt(Integer::intValue).toArray();
        }
        depth = Depths.of(inputs);
    }

    /** Where every node is drawn. Of several nodes with one id only the first has a place. */
    public static Map<String, Place> of(Network network, Grid grid) {
        Layering layering = new Layering(network, grid);
        Map<String, Place> given = Diagram.places(network);
        return given.isEmpty() ? layering.arranged() : layering.around(given);
    }

    private Map<String, Place> arranged() {
        List<List<Integer>> layers = layers();
        double[] center = new double[nodes.size()];
        layers.forEach(layer -> spread(layer, center));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Integer> layer : layers) {
                sort(layer, center);
            }
        }
        double left = Arrays.stream(center).min().orElse(0);
        Map<String, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < center.length; i++) {
            places.putIfAbsent(nodes.get(i).id(), new Place(grid.margin() + (int) Math.round((center[i] - left)
                    * grid.column()), grid.margin() + depth[i] * grid.row()));
        }
        return places;
    }

    private List<List<Integer>> layers() {
        List<List<Integer>> layers = new ArrayList<>();
        for (int i = 0; i < depth.length; i++) {
            while (layers.size() <= depth[i]) {
                layers.add(new ArrayList<>());
            }
            layers.get(depth[i]).add(i);
        }
        return layers;
    }

    private void sort(List<Integer> layer, double[] center) {
        double[] wish = new double[layer.size()];
        Map<Integer, Double> wishes = new HashMap<>();
        for (int k = 0; k < wish.length; k++) {
            int node = layer.get(k);
            wishes.put(node, Arrays.stream(inputs[node]).mapToDouble(input -> center[input]).average()
                    .orElse(center[node]));
        }
        layer.sort(Comparator.comparing(wishes::get));
        spread(layer, center);
    }

    /** Around the middle of the drawing, so that a chain is a straight line. */
    private static void spread(List<Integer> layer, double[] center) {
        for (int k = 0; k < layer.size(); k++) {
            center[layer.get(k)] = k - (layer.size() - 1) / 2.0;
        }
    }

    private Map<String, Place> around(Map<String, Place> given) {
        Map<String, Place> places = new LinkedHashMap<>(given);
        Taken taken = new Taken(grid);
        given.values().forEach(taken::add);
        Integer[] order = new Integer[depth.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> depth[i]));
        for (int i : order) {
            String id = nodes.get(i).id();
            if (!places.containsKey(id)) {
                Place place = taken.free(below(i, places));
                places.put(id, place);
                taken.add(place);
            }
        }
        return places;
    }

    private Place below(int node, Map<String, Place> places) {
        int x = 0;
        int y = Integer.MIN_VALUE;
        int known = 0;
        for (int input : inputs[node]) {
            Place place = places.get(nodes.get(input).id());
            if (place != null) {
                x += place.x();
                y = Math.max(y, place.y());
                known++;
            }
        }
        return known == 0 ? new Place(grid.margin(), grid.margin()) : new Place(x / known, y + grid.row());
    }

    /** A place at which a new node covers none: the wished one, or the next to its right. */
    public static Place free(Map<String, Place> places, Place wish, Grid grid) {
        Taken taken = new Taken(grid);
        places.values().forEach(taken::add);
        return taken.free(wish);
    }
}
