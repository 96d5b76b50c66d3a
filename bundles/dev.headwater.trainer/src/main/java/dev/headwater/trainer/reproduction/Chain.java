package dev.headwater.trainer.reproduction;

import java.util.ArrayList;
import java.util.List;

/** The text of a network file whose layers follow each other, with shortcuts where wanted. */
final class Chain {
    private final List<String> nodes = new ArrayList<>();
    private String last = "in";
    private int count;

    /** A chain that begins with an input of this shape. */
    Chain(String shape) {
        nodes.add("{\"id\": \"in\", \"layer\": \"Input\", \"shape\": " + shape + "}");
    }

    /** Adds a layer behind the last; {@code settings} are members of its object, or empty. */
    Chain add(String layer, String settings) {
        return add(layer, settings, last);
    }

    private Chain add(String layer, String settings, String from) {
        String id = "n" + ++count;
        nodes.add("{\"id\": \"" + id + "\", \"layer\": \"" + layer + "\", \"from\": [\"" + from.replace(",", "\", \"")
                + "\"]" + (settings.isEmpty() ? "" : ", " + settings) + "}");
        last = id;
        return this;
    }

    /** Adds a Dense layer. */
    Chain dense(int units, String activation, String weight) {
        return add("Dense", "\"units\": " + units + ", \"activation\": " + quoted(activation) + ", \"weight\": "
                + quoted(weight));
    }

    /** A name as a JSON string; an object as it is. */
    private static String quoted(String entry) {
        return entry.startsWith("{") ? entry : "\"" + entry + "\"";
    }

    /** Adds as many equal Dense layers, each with another layer behind it, such as {@code BatchNorm}; empty: none. */
    Chain stack(int depth, int units, String activation, String weight, String behind) {
        for (int i = 0; i < depth; i++) {
            dense(units, activation, weight);
            if (!behind.isEmpty()) {
                add(behind, "");
            }
        }
        return this;
    }

    /** Adds a read-out of classes. */
    Chain classes(int count) {
        return dense(count, "linear", "xavier").add("Softmax", "");
    }

    /** The id of the last layer. */
    String last() {
        return last;
    }

    /** Adds the output of an earlier layer to that of the last. */
    Chain plus(String earlier) {
        return add("Add", "", last + "," + earlier);
    }

    /** Puts the output of an earlier layer beside that of the last. */
    Chain beside(String earlier) {
        return add("Concatenate", "", last + "," + earlier);
    }

    /** The file, with a loss at the last layer. */
    String file(String loss, String data, String recipe) {
        return "{\"headwater\": 1,\n \"nodes\": [\n  " + String.join(",\n  ", nodes) + "],\n \"losses\": [{\"node\": \""
                + last + "\", \"loss\": \"" + loss + "\"}],\n \"data\": " + data + ",\n \"recipe\": " + recipe + "}\n";
    }
}
