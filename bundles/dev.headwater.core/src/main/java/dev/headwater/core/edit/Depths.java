package dev.headwater.core.edit;

import java.util.Arrays;

/** The longest path to every node of a graph that may have circles. */
final class Depths {
    private static final int OPEN = -2;
    private static final int NEW = -1;

    private Depths() {
    }

    /** For each node, how long its longest path from a node without inputs is; edges that close a circle do not count. */
    static int[] of(int[][] inputs) {
        int[] depth = new int[inputs.length];
        int[] next = new int[inputs.length];
        int[] stack = new int[inputs.length];
        Arrays.fill(depth, NEW);
        // Not recursive: a chain of a hundred thousand layers would overflow the stack.
        for (int root = 0; root < inputs.length; root++) {
            int top = -1;
            if (depth[root] == NEW) {
                stack[++top] = root;
                depth[root] = OPEN;
            }
            while (top >= 0) {
                int node = stack[top];
                if (next[node] < inputs[node].length) {
                    int input = inputs[node][next[node]++];
                    if (depth[input] == NEW) {
                        depth[input] = OPEN;
                        stack[++top] = input;
                    }
                } else {
                    int longest = 0;
                    for (int input : inputs[node]) {
                        longest = Math.max(longest, depth[input] + 1);
                    }
                    depth[node] = longest;
                    top--;
                }
            }
        }
        return depth;
    }
}
