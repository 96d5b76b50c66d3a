package dev.headwater.core.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant by a name that does not exist. */
public final class Nearest {
    private static final int LONGEST_WORD = 40;
    private static final int MOST_CANDIDATES = 2_000;
    private static final int MOST_LISTED = 12;

    private Nearest() {
    }

    /** At most three names, nearest first, that differ in case or in few letters; often none. */
    public static List<String> of(String word, Collection<String> names) {
        if (word.length() > LONGEST_WORD) {
            return List.of();
        }
        record Match(String name, int distance) {
        }
        List<Match> matches = new ArrayList<>();
        int farthest = Math.max(1, Math.min(3, word.length() / 3));
        int seen = 0;
        for (String name : names) {
            if (++seen > MOST_CANDIDATES) {
                break;
            }
            if (Math.abs(name.length() - word.length()) <= farthest) {
                int distance = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                // A word of which no letter stays is no slip.
                if (distance <= farthest && distance < Math.max(word.length(), name.length())) {
                    matches.add(new Match(name, distance));
                }
            }
        }
        return matches.stream().sorted((a, b) -> Integer.compare(a.distance(), b.distance())).limit(3)
                .map(Match::name).toList();
    }

    /**
     * The end of a sentence about an unknown name: {@code "; did you mean 'Dense'?"}, or else what there is:
     * {@code "; known: 'a', 'b'"}.
     */
    public static String advice(String word, Collection<String> names) {
        List<String> nearest = of(word, names);
        if (!nearest.isEmpty()) {
            return "; did you mean " + String.join(" or ", nearest.stream().map(name -> "'" + name + "'").toList())
                    + "?";
        }
        if (names.isEmpty()) {
            return "";
        }
        String listed = String.join(", ", names.stream().limit(MOST_LISTED).toList());
        return "; known: " + listed + (names.size() > MOST_LISTED ? ", …" : "");
    }

    /** Letters to insert, delete, replace, or swap with their neighbor. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
