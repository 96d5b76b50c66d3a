package dev.headwater.core.data;

import java.util.function.IntUnaryOperator;

/**
 * The embedded Reber grammar: B, then T or P, then a string of Reber's grammar (Reber 1967), then the same T or P as
 * before, then E (Smith and Zipser 1989). Who predicts the last symbol but one must have remembered the second.
 *
 * <pre>
 * Reber's grammar, states 0 to 6:   0 –B→ 1   1 –T→ 2   1 –P→ 3   2 –S→ 2   2 –X→ 4   3 –T→ 3   3 –V→ 5
 *                                   4 –X→ 3   4 –S→ 6   5 –P→ 4   5 –V→ 6   6 –E→ end
 * </pre>
 */
public final class ReberGrammar {
    /** The symbols in the order in which inputs and outputs stand for them. */
    public static final String SYMBOLS = "BTPSXVE";

    /** The symbols and next states of the inner grammar; behind state 6 it ends. */
    private static final String[] ARCS = {"B1", "T2P3", "S2X4", "T3V5", "X3S6", "P4V6", "E7"};
    private static final int INNER_END = ARCS.length;

    private ReberGrammar() {
    }

    /**
     * The symbols that may follow the beginning of a string.
     *
     * @param prefix the symbols so far; may be empty
     * @return {@code null} if no string begins so; empty if the string is complete
     */
    public static String allowed(String prefix) {
        char kept = 0;
        int inner = 0;
        for (int i = 0; i < prefix.length(); i++) {
            char symbol = prefix.charAt(i);
            if (expected(i, inner, kept).indexOf(symbol) < 0) {
                return null;
            }
            if (i == 1) {
                kept = symbol;
            } else if (i > 1) {
                inner = inner < INNER_END ? next(inner, symbol) : inner + 1;
            }
        }
        return expected(prefix.length(), inner, kept);
    }

    /** Whether this is a complete string of the grammar. */
    public static boolean accepts(String string) {
        return "".equals(allowed(string));
    }

    /** What may stand at a place, given the state of the inner grammar and the symbol to be repeated. */
    private static String expected(int place, int inner, char kept) {
        if (place < 2) {
            return place == 0 ? "B" : "TP";
        }
        if (inner < INNER_END) {
            StringBuilder symbols = new StringBuilder();
            for (int i = 0; i < ARCS[inner].length(); i += 2) {
                symbols.append(ARCS[inner].charAt(i));
            }
            return symbols.toString();
        }
        return inner == INNER_END ? String.valueOf(kept) : inner == INNER_END + 1 ? "E" : "";
    }

    private static int next(int inner, char symbol) {
        int at = ARCS[inner].indexOf(symbol);
        return ARCS[inner].charAt(at + 1) - '0';
    }

    /**
     * A string drawn at random, each symbol that may follow being as likely as the others.
     *
     * @param below draws a whole number in [0, its argument)
     */
    static String draw(IntUnaryOperator below) {
        StringBuilder string = new StringBuilder();
        char kept = 0;
        int inner = 0;
        for (int i = 0;; i++) {
            String symbols = expected(i, inner, kept);
            if (symbols.isEmpty()) {
                return string.toString();
            }
            char symbol = symbols.charAt(symbols.length() == 1 ? 0 : below.applyAsInt(symbols.length()));
            string.append(symbol);
            kept = i == 1 ? symbol : kept;
            inner = i < 2 ? inner : inner < INNER_END ? next(inner, symbol) : inner + 1;
        }
    }
}
