package dev.headwater.core.network;

import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** Puts unrolled layers into an order in which each comes after what it reads, as near to the file's as can be. */
final class Order {
    private static final int MOST_NAMED = 8;

    private Order() {
    }

    /** Item indices in order; {@code null} after an error if there is a cycle. */
    static int[] of(Unrolled unrolled, ProblemList problems) {
        int count = unrolled.items().size();
        int[] waiting = new int[count];
        List<List<Integer>> readers = new ArrayList<>(Collections.nCopies(count, null));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < count; i++) {
            int[] inputs = unrolled.inputs(i);
            waiting[i] = inputs.length;
            for (int input : inputs) {
                if (readers.get(input) == null) {
                    readers.set(input, new ArrayList<>(2));
                }
                readers.get(input).add(i);
            }
            if (inputs.length == 0) {
                ready.add(i);
            }
        }
        int[] order = new int[count];
        int done = 0;
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order[done++] = next;
            List<Integer> after = readers.get(next);
            for (int k = 0; after != null && k < after.size(); k++) {
                if (--waiting[after.get(k)] == 0) {
                    ready.add(after.get(k));
                }
            }
        }
        if (done < count) {
            reportCycle(unrolled, waiting, problems);
            return null;
        }
        return order;
    }

    /** Whoever still waits reads somebody who waits, so walking the inputs must come round. */
    private static void reportCycle(Unrolled unrolled, int[] waiting, ProblemList problems) {
        int start = 0;
        while (waiting[start] == 0) {
            start++;
        }
        boolean[] seen = new boolean[waiting.length];
        int at = start;
        while (!seen[at]) {
            seen[at] = true;
            at = waitingInput(unrolled, at, waiting);
        }
        List<Integer> cycle = new ArrayList<>();
        int end = at;
        do {
            cycle.add(at);
            at = waitingInput(unrolled, at, waiting);
        } while (at != end);
        Collections.reverse(cycle); // from what is read to what reads it
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        List<String> ids = new ArrayList<>(cycle.stream().limit(MOST_NAMED)
                .map(item -> Quoted.plain(unrolled.items().get(item).id())).toList());
        if (cycle.size() > MOST_NAMED) {
            ids.add("…");
        }
        ids.add(ids.getFirst());
        Unrolled.Item first = unrolled.items().get(cycle.getFirst());
        problems.of(first.id()).error(first.node().place("from"), "the nodes read each other in a circle: "
                + String.join(" > ", ids) + "; a network may not have one");
    }

    private static int waitingInput(Unrolled unrolled, int item, int[] waiting) {
        for (int input : unrolled.inputs(item)) {
            if (waiting[input] > 0) {
                return input;
            }
        }
        throw new IllegalStateException("item " + item + " waits for nobody");
    }
}
