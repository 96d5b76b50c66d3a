package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.catalog.Binder;
import dev.headwater.core.json.Json;
import dev.headwater.core.tensor.Shape;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The papers' definitions, read off the sequences. */
final class SequenceTasksTest {
    private static final Origin ONE = new Origin(Path.of("."), 1);
    private static final OptionalInt RUN = OptionalInt.empty();

    /** The place of the one in a one-hot step; the others must be zero. */
    private static int symbol(Dataset data, int row, int step) {
        int width = data.inputShape().columns();
        int found = -1;
        for (int i = 0; i < width; i++) {
            float value = data.input(row, step * width + i);
            assertTrue(value == 0 || value == 1 && found < 0);
            found = value == 1 ? i : found;
        }
        assertTrue(found >= 0);
        return found;
    }

    @Test
    void everyTaskIsItsSeed() throws DataException {
        for (String name : List.of("parity", "adding", "multiplication", "temporal-order", "long-lag",
                "embedded-reber", "copy-memory", "mackey-glass", "narma10", "sine")) {
            DataSource source = new Binder(DataSources.ALL).bind(DataSources.ALL, Json.of(name), Set.of(),
                    new Complaints());
            String hash = source.load(ONE).hash();
            assertEquals(hash, source.load(new Origin(Path.of("elsewhere"), 1)).hash(), name);
            assertNotEquals(hash, source.load(new Origin(Path.of("."), 2)).hash(), name);
        }
    }

    @Test
    void addingAddsTheTwoMarkedValues() {
        Dataset data = new Adding(3000, 100, Adding.Form.ORIGINAL, RUN).load(ONE);
        assertEquals(Shape.of(110, 2), data.inputShape());
        Set<Integer> lengths = new TreeSet<>();
        int single = 0;
        for (int row = 0; row < data.rows(); row++) {
            int steps = data.length(row);
            lengths.add(steps);
            double sum = 0;
            int marks = 0;
            int early = 0;
            for (int t = 0; t < 110; t++) {
                float value = data.input(row, 2 * t);
                float mark = data.input(row, 2 * t + 1);
                assertTrue(t < steps ? value >= -1 && value <= 1 : value == 0 && mark == 0);
                assertEquals(t == 0 || t == steps - 1 ? -1 : mark == 1 ? 1 : 0, mark);
                if (mark == 1) {
                    sum += value;
                    marks++;
                    early += t < 10 ? 1 : 0;
                    assertTrue(t < 49, "among the first T/2 - 1");
                }
            }
            single += marks == 1 ? 1 : 0;
            assertTrue(marks == 2 && early >= 1 || marks == 1, "a hidden mark counts as 0");
            assertEquals(0.5 + sum / 4, data.target(row, 0), 1e-7);
        }
        assertEquals(11, lengths.size(), "100 to 110");
        assertTrue(single > 250 && single < 470, "the first pair is marked in 1/10 + 9/10 · 1/48: " + single);
    }

    @Test
    void addingInItsUnitForm() {
        Dataset data = new Adding(4000, 101, Adding.Form.UNIT, RUN).load(ONE);
        assertEquals(Shape.of(101, 2), data.inputShape());
        assertFalse(data.hasLengths());
        double squares = 0;
        for (int row = 0; row < data.rows(); row++) {
            double sum = 0;
            int[] marks = new int[2];
            for (int t = 0; t < 101; t++) {
                assertTrue(data.input(row, 2 * t) >= 0 && data.input(row, 2 * t) <= 1);
                sum += data.input(row, 2 * t) * data.input(row, 2 * t + 1);
                marks[t < 50 ? 0 : 1] += (int) data.input(row, 2 * t + 1);
            }
            assertTrue(marks[0] == 1 && marks[1] == 1);
            assertEquals(sum, data.target(row, 0), 1e-6);
            squares += Math.pow(data.target(row, 0) - 1, 2);
        }
        assertEquals(1.0 / 6, squares / data.rows(), 0.01, "who always says 1");
    }

    @Test
    void multiplicationMultipliesTheTwoMarkedValues() {
        Dataset data = new Multiplication(2000, 60, RUN).load(ONE);
        assertEquals(Shape.of(66, 2), data.inputShape());
        for (int row = 0; row < data.rows(); row++) {
            double product = 1;
            for (int t = 0; t < data.length(row); t++) {
                assertTrue(data.input(row, 2 * t) >= 0 && data.input(row, 2 * t) <= 1);
                product *= data.input(row, 2 * t + 1) == 1 ? data.input(row, 2 * t) : 1;
            }
            assertEquals(product, data.target(row, 0), 1e-7);
        }
    }

    private static void assertTemporalOrder(int relevant, int[][] places) {
        Dataset data = new TemporalOrder(2000, 100, relevant, RUN).load(ONE);
        assertEquals(1 << relevant, data.classes().size());
        Set<Float> kinds = new HashSet<>();
        List<Set<Integer>> seen = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (int row = 0; row < data.rows(); row++) {
            int steps = data.length(row);
            StringBuilder order = new StringBuilder();
            for (int t = 0; t < steps; t++) {
                char symbol = TemporalOrder.SYMBOLS.charAt(symbol(data, row, t));
                assertEquals(t == 0, symbol == 'E');
                assertEquals(t == steps - 1, symbol == 'B');
                if (symbol == 'X' || symbol == 'Y') {
                    seen.get(order.length()).add(t);
                    order.append(symbol);
                }
            }
            assertEquals(order.toString(), data.classes().get((int) data.target(row, 0)));
            kinds.add(data.target(row, 0));
            assertTrue(steps >= 100 && steps <= 110);
        }
        assertEquals(1 << relevant, kinds.size());
        for (int i = 0; i < relevant; i++) {
            assertEquals(IntStream.rangeClosed(places[i][0], places[i][1]).boxed().collect(Collectors.toSet()), seen
                    .get(i));
        }
    }

    @Test
    void temporalOrderTellsWhichStoodWhere() {
        assertTemporalOrder(2, new int[][] {{10, 20}, {50, 60}});
        assertTemporalOrder(3, new int[][] {{10, 20}, {33, 43}, {66, 76}});
        for (int length = 10; length < 40; length++) { // short ones keep their marks apart
            Dataset data = new TemporalOrder(50, length, 3, RUN).load(ONE);
            for (int row = 0; row < data.rows(); row++) {
                int marks = 0;
                for (int t = 0; t < data.length(row); t++) {
                    marks += "XY".indexOf(TemporalOrder.SYMBOLS.charAt(symbol(data, row, t))) >= 0 ? 1 : 0;
                }
                assertEquals(3, marks);
            }
        }
    }

    @Test
    void theLongLagIsBridgedByTheFirstSymbolAlone() throws Exception {
        Dataset data = new LongLag(200, 7, LongLag.Variant.REGULAR, RUN, LongLag.Form.CLASS, RUN).load(ONE);
        assertEquals(Shape.of(7, 8), data.inputShape());
        assertEquals(Shape.of(7, 1), data.targetShape());
        assertEquals(List.of("a1", "a2", "a3", "a4", "a5", "a6", "x", "y"), data.classes());
        int ys = 0;
        for (int row = 0; row < data.rows(); row++) {
            int first = symbol(data, row, 0);
            assertTrue(first >= 6);
            ys += first - 6;
            for (int t = 1; t < 7; t++) {
                assertEquals(t - 1, symbol(data, row, t));
                assertEquals(t - 1, data.target(row, t - 1), "the next symbol");
            }
            assertEquals(first, data.target(row, 6));
        }
        assertTrue(ys > 70 && ys < 130);
        Dataset hot = new LongLag(200, 7, LongLag.Variant.REGULAR, RUN, LongLag.Form.ONE_HOT, RUN).load(ONE);
        assertEquals(Shape.of(7, 8), hot.targetShape());
        assertEquals(1f, hot.target(5, 6 * 8 + symbol(hot, 5, 0)));
        assertEquals(data.target(5, 6), symbol(hot, 5, 0));
    }

    @Test
    void withoutLocalRegularitiesOnlyTheEndCanBeTold() throws Exception {
        Dataset data = new LongLag(300, 7, LongLag.Variant.RANDOM, RUN, LongLag.Form.CLASS, RUN).load(ONE);
        assertEquals(Shape.of(7, 8), data.inputShape());
        assertEquals(List.of("a1", "a2", "a3", "a4", "a5", "a6", "x", "y"), data.classes());
        int[][] after = new int[6][6];
        for (int row = 0; row < data.rows(); row++) {
            assertTrue(symbol(data, row, 0) >= 6);
            for (int t = 1; t < 7; t++) {
                assertEquals(symbol(data, row, t), data.target(row, t - 1), "the next symbol");
                assertTrue(symbol(data, row, t) < 6);
                if (t > 1) {
                    after[symbol(data, row, t - 1)][symbol(data, row, t)]++;
                }
            }
            assertEquals(symbol(data, row, 0), data.target(row, 6));
        }
        for (int[] next : after) { // 1,500 pairs of 36 kinds: 42 of each, deviation 6.4
            for (int count : next) {
                assertTrue(count > 12 && count < 72, "a symbol follows another " + count + " times");
            }
        }
    }

    @Test
    void veryLongLagsEndByChanceBehindATrigger() throws Exception {
        LongLag task = new LongLag(2000, 20, LongLag.Variant.VERY_LONG, OptionalInt.of(5), LongLag.Form.CLASS, RUN);
        Dataset data = task.load(ONE);
        assertEquals(9, data.inputShape().columns());
        assertEquals(Shape.of(1), data.targetShape());
        assertEquals(List.of("x", "y"), data.classes());
        int[] seen = new int[5];
        double more = 0;
        int ys = 0;
        for (int row = 0; row < data.rows(); row++) {
            int length = data.length(row);
            assertTrue(length >= 23);
            more += length - 23;
            assertEquals(6, symbol(data, row, 0), "b");
            assertEquals(7 + data.target(row, 0), symbol(data, row, 1), "x or y");
            ys += (int) data.target(row, 0);
            for (int t = 2; t < length - 1; t++) {
                seen[symbol(data, row, t)]++;
            }
            assertEquals(5, symbol(data, row, length - 1), "e");
            for (int i = length * 9; i < data.inputShape().size(); i++) {
                assertEquals(0, data.input(row, i));
            }
        }
        assertEquals(9, more / data.rows(), 0.8); // of 2,000 geometric numbers of deviation 9.5: 0.21
        assertTrue(ys > 880 && ys < 1120);
        for (int count : seen) { // a fifth of 2,000 × 29
            assertEquals(11600, count, 800);
        }
        Dataset hot = new LongLag(2000, 20, LongLag.Variant.VERY_LONG, OptionalInt.of(5), LongLag.Form.ONE_HOT, RUN)
                .load(ONE);
        assertEquals(Shape.of(2), hot.targetShape());
        assertEquals(1, hot.target(7, (int) data.target(7, 0)));
        assertEquals(1, hot.target(7, 0) + hot.target(7, 1));
        assertEquals(24, new LongLag(1, 20, LongLag.Variant.VERY_LONG, RUN, LongLag.Form.CLASS, RUN).load(ONE)
                .inputShape().columns(), "as many distractors as the lag");
    }

    @Test
    void veryLongLagsThatAreTooMuchSaySo() {
        LongLag task = new LongLag(45_000, 20, LongLag.Variant.VERY_LONG, OptionalInt.of(92), LongLag.Form.CLASS, RUN);
        assertTrue(assertThrows(DataException.class, () -> task.load(ONE)).getMessage().startsWith(
                "long-lag can have at most 100000000 numbers"));
    }

    @Test
    void whatWasShownIsToBeCopied() {
        CopyMemory task = new CopyMemory(300, 20, 10, 8, RUN);
        Dataset data = task.load(ONE);
        assertEquals(Shape.of(40, 10), data.inputShape());
        assertEquals(9, data.classes().size());
        Set<Integer> shown = new TreeSet<>();
        for (int row = 0; row < data.rows(); row++) {
            for (int t = 0; t < 40; t++) {
                int symbol = symbol(data, row, t);
                assertEquals(t < 10 ? -1 : t == 29 ? 9 : 8, t < 10 ? -1 : symbol);
                assertEquals(t < 30 ? 8 : symbol(data, row, t - 30), data.target(row, t));
                if (t < 10) {
                    shown.add(symbol);
                }
            }
        }
        assertEquals(Set.of(0, 1, 2, 3, 4, 5, 6, 7), shown);
        assertEquals(10 * Math.log(8) / 40, task.baseline(), 1e-15);
    }

    @Test
    void parityCountsTheOnes() {
        Dataset all = new Parity(6, RUN, false, false, RUN).load(ONE);
        assertEquals(64, all.rows());
        Set<Integer> patterns = new HashSet<>();
        for (int row = 0; row < 64; row++) {
            int pattern = 0;
            for (int i = 0; i < 6; i++) {
                pattern |= (int) all.input(row, i) << i;
            }
            patterns.add(pattern);
            assertEquals(Integer.bitCount(pattern) % 2, all.target(row, 0));
        }
        assertEquals(64, patterns.size());
        Dataset some = new Parity(50, OptionalInt.of(500), true, true, RUN).load(ONE);
        assertEquals(Shape.of(50, 1), some.inputShape());
        for (int row = 0; row < 500; row++) {
            float product = 1;
            for (int i = 0; i < 50; i++) {
                product *= -some.input(row, i); // 1 is odd
            }
            assertEquals(product < 0 ? 1 : 0, some.target(row, 0));
        }
        assertThrows(IllegalArgumentException.class, () -> new Parity(21, RUN, false, false, RUN));
    }

    @Test
    void theGrammarKnowsItsStrings() {
        // Written by hand along the published graph.
        for (String good : List.of("BTBTXSETE", "BPBTSSXXTVVEPE", "BTBPVVETE", "BPBPTVPXTTVVEPE", "BTBTSXSETE",
                "BPBPVPSEPE", "BTBTXXVPXVVETE")) {
            assertTrue(ReberGrammar.accepts(good), good);
        }
        for (String bad : List.of("", "B", "BTBTXSEPE", "BPBTXSETE", "BTBTXSET", "BTBTXSETEE", "BTBTSSETE", "BTTXSETE",
                "BTBPXSETE", "TBTXSETE", "BTBTXXVEXTE")) {
            assertFalse(ReberGrammar.accepts(bad), bad);
        }
        assertEquals("TP", ReberGrammar.allowed("B"));
        assertEquals("SX", ReberGrammar.allowed("BTBT"));
        assertEquals("T", ReberGrammar.allowed("BTBTXSE"));
        assertEquals("", ReberGrammar.allowed("BTBTXSETE"));
        assertNull(ReberGrammar.allowed("BX"));
    }

    @Test
    void reberStringsAreOfTheGrammarAndNoneComesTwice() throws DataException {
        Dataset data = new EmbeddedReber(512, 50, EmbeddedReber.Form.ALLOWED, true, RUN).load(ONE);
        Dataset next = new EmbeddedReber(512, 50, EmbeddedReber.Form.NEXT, true, RUN).load(ONE);
        Dataset numbers = new EmbeddedReber(512, 50, EmbeddedReber.Form.CLASS, true, RUN).load(ONE);
        assertEquals(Shape.of(50, 7), data.targetShape());
        assertEquals(List.of("B", "T", "P", "S", "X", "V", "E"), numbers.classes());
        Set<String> strings = new HashSet<>();
        for (int row = 0; row < data.rows(); row++) {
            StringBuilder string = new StringBuilder();
            for (int t = 0; t < data.length(row); t++) {
                string.append(ReberGrammar.SYMBOLS.charAt(symbol(data, row, t)));
                String allowed = ReberGrammar.allowed(string.toString());
                for (int i = 0; i < 7; i++) {
                    assertEquals(allowed.indexOf(ReberGrammar.SYMBOLS.charAt(i)) >= 0 ? 1 : 0,
                            data.target(row, t * 7 + i));
                    assertEquals(i == numbers.target(row, t) ? 1 : 0, next.target(row, t * 7 + i));
                }
                if (t + 1 < data.length(row)) {
                    assertEquals(symbol(data, row, t + 1), numbers.target(row, t));
                }
            }
            assertTrue(ReberGrammar.accepts(string + "E"), string.toString());
            strings.add(string.toString());
        }
        assertEquals(512, strings.size());
    }

    @Test
    void moreStringsThanThereAreAreRefused() {
        refused(() -> new EmbeddedReber(100, 8, EmbeddedReber.Form.CLASS, true, RUN).load(ONE), "data.length",
                "data.distinct");
    }

    @Test
    void tooMuchForAGeneratorIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Adding(1_000_000, 10_000, Adding.Form.UNIT, RUN));
        assertThrows(IllegalArgumentException.class, () -> new LongLag(1000, 2000, LongLag.Variant.REGULAR, RUN,
                LongLag.Form.CLASS, RUN));
        assertThrows(IllegalArgumentException.class, () -> new CopyMemory(1_000_000, 1000, 10, 8, RUN));
    }
}
