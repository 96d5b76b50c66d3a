package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Strings of the {@link ReberGrammar embedded Reber grammar}, whose next symbol is to be told at every step (Hochreiter
 * and Schmidhuber 1997, "Long Short-Term Memory", experiment 1: 256 strings to train on, 256 others to test).
 *
 * <p>
 * Inputs are all symbols but the last, one-hot {@code [time, 7]} in the order B T P S X V E; a string has at most
 * {@code length} symbols behind its first. Targets at every step are, by choice, all symbols that may follow
 * ({@code [time, 7]}, one or two ones), the one that does ({@code [time, 7]}, one-hot), or its class number
 * ({@code [time, 1]}). A string counts as solved when at every step the symbols that may follow have the largest
 * outputs.
 */
@Named(about = "embedded Reber grammar: name the next symbol of strings whose end repeats their beginning")
public record EmbeddedReber(
        @Setting(about = "Number of strings.", byDefault = "512", min = 1, max = 1_000_000) int sequences,
        @Setting(about = "The most steps: one less than the symbols of a string; longer ones are drawn"
                + " again.", byDefault = "50", min = 8, max = 1000) int length,
        @Setting(about = "What is to be told: allowed, every symbol that may follow; next, the one that does, one-hot;"
                + " or class, its number.", byDefault = "allowed") Form target,
        @Setting(about = "Whether no string appears twice, so that those of other parts are new.", byDefault = "true") boolean distinct,
        @Setting(about = "Seed of the strings; auto: the run's.", byDefault = "auto") OptionalInt seed)
        implements DataSource {
    /** What is to be told at a step. */
    public enum Form {
        /** Every symbol that may follow. */
        ALLOWED,
        /** The symbol that follows, one-hot. */
        NEXT,
        /** The number of the symbol that follows. */
        CLASS
    }

    private static final int SYMBOLS = ReberGrammar.SYMBOLS.length();
    /** So many draws in a row without a new string mean that there are hardly any left. */
    private static final int PATIENCE = 10_000;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if that is too many numbers
     */
    public EmbeddedReber {
        Sequences.check("embedded-reber", sequences, length, SYMBOLS);
    }

    @Override
    public Dataset load(Origin origin) throws DataException {
        Sequences drawn = new Sequences("embedded-reber", seed, origin, sequences, length, SYMBOLS,
                Shape.of(length, target == Form.CLASS ? 1 : SYMBOLS));
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < sequences; row++) {
            put(drawn, row, draw(drawn, seen));
        }
        return drawn.dataset(target == Form.CLASS ? List.of(ReberGrammar.SYMBOLS.split("")) : List.of());
    }

    private String draw(Sequences drawn, Set<String> seen) throws DataException {
        for (int i = 0; i < PATIENCE; i++) {
            String string = ReberGrammar.draw(drawn::below);
            if (string.length() - 1 <= length && (!distinct || seen.add(string))) {
                return string;
            }
        }
        throw new DataException("the embedded Reber grammar has hardly more than " + seen.size()
                + " different strings of at most " + length + " steps, data.sequences asks for " + sequences
                + "; make data.length larger, or set data.distinct to false");
    }

    private void put(Sequences into, int row, String string) {
        int steps = string.length() - 1;
        into.length(row, steps);
        for (int t = 0; t < steps; t++) {
            into.input(row, t, ReberGrammar.SYMBOLS.indexOf(string.charAt(t)), 1);
            int next = ReberGrammar.SYMBOLS.indexOf(string.charAt(t + 1));
            switch (target) {
                case CLASS -> into.target(row, t, next);
                case NEXT -> into.target(row, t * SYMBOLS + next, 1);
                case ALLOWED -> {
                    String allowed = ReberGrammar.allowed(string.substring(0, t + 1));
                    for (int i = 0; i < allowed.length(); i++) {
                        into.target(row, t * SYMBOLS + ReberGrammar.SYMBOLS.indexOf(allowed.charAt(i)), 1);
                    }
                }
            }
        }
    }
}
