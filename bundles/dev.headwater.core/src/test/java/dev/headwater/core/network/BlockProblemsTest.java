package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockProblemsTest {
    private static final String IN = "{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [2]}";

    /** A network whose node {@code out} on line 4 uses a block; the blocks begin on line 5, one a line. */
    private static List<String> problems(String user, String... blocks) {
        return Designs.problems(
                "{\"headwater\": 1, \"data\": {\"source\": \"circle\"}, \"losses\": [{\"node\": \"out\",\n"
                        + "\"loss\": \"mse\"}], \"nodes\": [\n" + IN + ",\n" + user + "], \"blocks\": {\n"
                        + String.join(",\n", blocks) + "}}");
    }

    private static String user(String more) {
        return "{\"id\": \"out\", \"block\": \"b\", \"from\": [\"in\"]" + more + "}";
    }

    private static String block(String name, String nodes, String out) {
        return "\"" + name + "\": {\"settings\": {\"units\": 2}, \"out\": \"" + out + "\", \"nodes\": [" + nodes + "]}";
    }

    private static final String DENSE = "{\"id\": \"d\", \"layer\": \"Dense\", \"from\": [\"$in\"], "
            + "\"units\": \"$units\"}";

    @Test
    void aGoodBlockHasNone() {
        assertEquals(List.of(), problems(user(""), block("b", DENSE, "d")));
    }

    @Test
    void unknownBlocksAndSettings() {
        assertEquals(List.of("4:24 [out] error: unknown block 'b'; known: residual"),
                problems(user(""), block("residual", DENSE, "d")));
        assertEquals(List.of(
                "4:45 [out] warning: unknown setting 'unit' of block b has no effect; did you mean 'units'?"),
                problems(user(", \"unit\": 5"), block("b", DENSE, "d")));
        List<String> unknown = problems(user(", \"repeat\": 3"), block("b", DENSE.replace("$units", "$unit"), "d"));
        assertEquals(1, unknown.size(), unknown.toString());
        assertTrue(unknown.get(0).startsWith("5:") && unknown.get(0).contains(
                "[b/d] error: '$unit' is no setting of the "
                        + "block: add it to the block's \"settings\"; did you mean 'units'?"), unknown.get(0));
    }

    @Test
    void aBadValueIsReportedWhereItWasGiven() {
        List<String> problems = problems(user(", \"repeat\": 3, \"units\": 0"), block("b", DENSE, "d"));
        assertEquals(List.of("4:67 [b/d] error: 'units' of Dense must be in [1, 16777216], was 0"), problems);
    }

    @Test
    void aReferenceOutsideABlockMeansNothing() {
        assertEquals(List.of("3:41 [in] error: '$s' has a meaning only inside a block; write a value"),
                Designs.problems(Designs.withNodes(IN.replace("[2]", "\"$s\""),
                        "{\"id\": \"out\", \"layer\": \"Flatten\", \"from\": [\"in\"]}")));
    }

    @Test
    void theOutputMustBeANodeOfTheBlock() {
        assertEquals(List.of("5:40 [b] error: 'out' names 'e', which is no node of the block; known: d"),
                problems(user(""), block("b", DENSE, "e")));
        assertEquals(List.of("5:6 [b] error: the block does not say whose output is its own: add \"out\": \"d\""),
                problems(user(""), block("b", DENSE, "d").replace("\"out\": \"d\", ", "")));
        assertEquals(List.of("5:6 [b] error: the block has no nodes"), problems(user(""), block("b", "", "d")));
    }

    @Test
    void inputsOfBlocksMustFitWhatItReads() {
        String two = "{\"id\": \"d\", \"layer\": \"Add\", \"from\": [\"$in1\", \"$in2\"]}";
        assertEquals(List.of("4:37 [out] error: the block b reads 2 inputs, the node names 1: add to \"from\""),
                problems(user(""), block("b", two, "d")));
        assertEquals(List.of("4:1 [out] error: the block b reads 1 input, the node names none: add \"from\""),
                problems(user("").replace(", \"from\": [\"in\"]", ""), block("b", DENSE, "d")));
        assertEquals(List.of(
                "4:37 [out] error: gives the block b 2 inputs, but node 'd' in it reads \"$in\"; say \"$in1\" or "
                        + "\"$in2\" there"), problems(user("").replace("[\"in\"]", "[\"in\", \"in\"]"), block("b",
                                DENSE, "d")));
        assertEquals(List.of("4:37 [out] warning: gives the block b 2 inputs, it reads 1"),
                problems(user("").replace("[\"in\"]", "[\"in\", \"in\"]"), block("b", DENSE.replace("$in", "$in1"),
                        "d")));
        List<String> unknown = problems(user(""), block("b", DENSE.replace("$in", "$input"), "d"));
        assertTrue(unknown.get(0).contains("[b/d] error: reads '$input', which is no node of the block and not $in"),
                unknown.get(0));
    }

    @Test
    void recursionIsRefusedWithItsWay() {
        assertEquals(List.of("5:6 [b] error: the block contains itself: b > c > b"), problems(user(""),
                block("b", "{\"id\": \"x\", \"block\": \"c\", \"from\": [\"$in\"]}", "x"),
                block("c", "{\"id\": \"y\", \"block\": \"b\", \"from\": [\"$in\"]}", "y")));
        assertEquals(List.of("5:6 [b] error: the block contains itself: b > b"), problems(user(""),
                block("b", "{\"id\": \"x\", \"block\": \"b\", \"from\": [\"$in\"]}", "x")));
    }

    @Test
    void aThousandBlocksInEachOtherAreRefused() {
        String[] blocks = new String[1_000];
        for (int i = 0; i < blocks.length; i++) {
            String name = i == 0 ? "b" : "b" + i;
            blocks[i] = i == 999 ? block(name, DENSE, "d")
                    : block(name, "{\"id\": \"x\", \"block\": \"b" + (i + 1) + "\", \"from\": [\"$in\"]}", "x");
        }
        List<String> problems = problems(user(""), blocks);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("blocks nest more than 16 deep: b > b1 > b2"), problems.get(0));
    }

    @Test
    void repeatsHaveBounds() {
        for (String repeat : List.of("0", "-1", "100001")) {
            assertEquals(List.of("4:55 [out] error: 'repeat' must be in [1, 100000], was " + repeat),
                    problems(user(", \"repeat\": " + repeat), block("b", DENSE, "d")));
        }
    }

    @Test
    void aBombOfNestedRepeatsIsRefusedBeforeItGoesOff() {
        String twice = "{\"id\": \"x\", \"block\": \"%s\", \"from\": [\"$in\"], \"repeat\": 100000}";
        assertTimeout(Duration.ofSeconds(1), () -> assertEquals(
                List.of("4:1 [out] error: the network unrolls to more than 200000 layers here; "
                        + "repeat blocks less often"),
                problems(user(", \"repeat\": 100000"), block("b", twice.formatted("c"), "x"),
                        block("c", twice.formatted("e"), "x"), block("e", twice.formatted("f"), "x"),
                        block("f", twice.formatted("g"), "x"), block("g", DENSE, "d"))));
    }

    @Test
    void aBombOfConnectionsIsRefused() {
        String wide = "{\"id\": \"d\", \"layer\": \"Concatenate\", \"from\": [\"$in\"" + ", \"$in\"".repeat(1_000)
                + "]}, "
                + "{\"id\": \"e\", \"layer\": \"Dense\", \"from\": [\"d\"], \"units\": 1}";
        List<String> problems = problems(user(", \"repeat\": 90000"), block("b", wide, "e"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("more than 4000000 connections"), problems.get(0));
    }

    @Test
    void shapesInsideARepeatedBlockNameTheRepetition() {
        String grow = "{\"id\": \"d\", \"layer\": \"Dense\", \"from\": [\"$in\"], \"units\": 3}, "
                + "{\"id\": \"s\", \"layer\": \"Add\", \"from\": [\"d\", \"$in\"]}";
        List<String> problems = problems(user(", \"repeat\": 5"), block("b", grow, "s"));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("[out.1/s] error: reads 'out.1/d' [3] and 'in' [2]: "), problems.get(0));
    }

    @Test
    void unusedBlocksAndUnusedNodesInBlocksAreWarnedOf() {
        assertEquals(List.of("6:6 [c] warning: no node uses the block 'c'"),
                problems(user(""), block("b", DENSE, "d"), block("c", DENSE, "d")));
        List<String> unused = problems(user(", \"repeat\": 3"),
                block("b", DENSE + ", {\"id\": \"s\", \"layer\": \"Flatten\", \"from\": [\"d\"]}", "d"));
        assertEquals(1, unused.size(), unused.toString());
        assertTrue(unused.get(0).contains("[out.1/s] warning: the output reaches no loss"), unused.get(0));
    }
}
