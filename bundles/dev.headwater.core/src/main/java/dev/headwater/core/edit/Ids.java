package dev.headwater.core.edit;

import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about the ids of a design's nodes. */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}$");

    private Ids() {
    }

    static Set<String> of(Network network) {
        return new HashSet<>(nodes(network).keySet());
    }

    /** Nodes by id; of several with one id the first. */
    static Map<String, Node> nodes(Network network) {
        Map<String, Node> byId = new HashMap<>();
        network.nodes().forEach(node -> byId.putIfAbsent(node.id(), node));
        return byId;
    }

    /** The word with the smallest number from 1 that makes it new. */
    static String free(Set<String> taken, String word) {
        return free(taken, word, 1);
    }

    private static String free(Set<String> taken, String word, int first) {
        int number = first;
        while (taken.contains(word + number)) {
            number++;
        }
        return word + number;
    }

    /** The id itself if it is free, else its word with the next number: {@code dense4} for {@code dense3}. */
    static String freeLike(Set<String> taken, String id) {
        if (!taken.contains(id)) {
            return id;
        }
        Matcher number = NUMBER.matcher(id);
        return number.find() ? free(taken, id.substring(0, number.start()), Integer.parseInt(number.group()) + 1)
                : free(taken, id, 2);
    }

    /** Whether {@code from} reads {@code to}, directly or through others. */
    static boolean reads(Map<String, Node> byId, String from, String to) {
        Deque<String> open = new ArrayDeque<>(Set.of(from));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(to)) {
                return true;
            }
            Node node = byId.get(id);
            if (node != null && seen.add(id)) {
                open.addAll(node.from());
            }
        }
        return false;
    }
}
