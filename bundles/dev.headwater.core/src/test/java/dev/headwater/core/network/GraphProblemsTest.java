package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphProblemsTest {
    private static final String IN = "{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [2]}";
    private static final String OUT = "{\"id\": \"out\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 1}";

    private static void assertProblems(List<String> expected, String... nodes) {
        assertEquals(expected, Designs.problems(Designs.withNodes(nodes)));
    }

    @Test
    void aGoodNetworkHasNone() {
        assertProblems(List.of(), IN, OUT);
    }

    @Test
    void unknownLayersAndSettingsAreNamedWithTheNearest() {
        assertProblems(List.of("4:24 [out] error: unknown layer 'Dens'; did you mean 'Dense'?"), IN,
                OUT.replace("Dense", "Dens"));
        assertProblems(List.of("4:59 [out] error: unknown activation 'sigmoyd'; did you mean 'sigmoid'?"), IN,
                "{\"id\": \"out\", \"layer\": \"Dense\", \"units\": 1, \"activation\": \"sigmoyd\", "
                        + "\"from\": [\"in\"]}");
        assertProblems(List.of("4:1 [out] error: Dense needs the setting 'units': Number of outputs.",
                "4:49 [out] warning: unknown setting 'unit' of Dense has no effect; did you mean 'units'?"), IN,
                OUT.replace("units", "unit"));
        assertProblems(List.of("4:58 [out] error: 'units' of Dense must be in [1, 16777216], was 0"), IN,
                OUT.replace("\"units\": 1", "\"units\": 0"));
    }

    @Test
    void missingDoubledAndImpossibleIds() {
        assertProblems(List.of("5:1 error: the node has no \"id\": add one, such as \"id\": \"dense1\""), IN, OUT,
                "{\"layer\": \"Flatten\", \"from\": [\"in\"]}");
        assertProblems(List.of("5:8 error: the node has no \"id\": add one, such as \"id\": \"dense1\""), IN, OUT,
                "{\"id\": \"\", \"layer\": \"Flatten\", \"from\": [\"in\"]}");
        assertProblems(List.of("5:8 [in] error: the id 'in' stands twice, first on line 3; rename one"), IN, OUT, IN);
        assertProblems(List.of("5:8 [a b] error: the id 'a b' must be letters, digits, '_' and '-', at most 100"), IN,
                OUT,
                "{\"id\": \"a b\", \"layer\": \"Flatten\", \"from\": [\"in\"]}");
        assertTrue(Designs.problems(Designs.withNodes(IN, OUT, IN.replace("\"in\"", "\"" + "x".repeat(101) + "\"")))
                .get(0).contains("at most 100"));
    }

    @Test
    void nodesThatDoNotSayWhatTheyAre() {
        assertProblems(List.of("5:1 [x] error: the node does not say what it is: add \"layer\": \"Dense\" or another "
                + "layer"), IN, OUT, "{\"id\": \"x\", \"from\": [\"in\"]}");
    }

    @Test
    void whatANodeReadsMustExistAndFitInNumber() {
        assertProblems(List.of("4:42 [out] error: reads 'inn', which is no node; did you mean 'in'?"), IN,
                OUT.replace("[\"in\"]", "[\"inn\"]"));
        assertProblems(List.of("4:42 [out] error: '$in' has a meaning only inside a block; name a node"), IN,
                OUT.replace("[\"in\"]", "[\"$in\"]"));
        assertProblems(List.of("4:1 [out] error: Dense does not say what it reads: add \"from\": [\"…\"]"), IN,
                OUT.replace("\"from\": [\"in\"], ", ""));
        assertProblems(List.of("4:41 [out] error: Dense takes at most 1 input, \"from\" names 2; join them with Add or "
                + "Concatenate"), IN, OUT.replace("[\"in\"]", "[\"in\", \"in\"]"));
        assertProblems(List.of("4:39 [out] error: Add needs at least 2 inputs, \"from\" names 1"), IN,
                "{\"id\": \"out\", \"layer\": \"Add\", \"from\": [\"in\"]}");
        assertProblems(List.of("3:54 [in] error: Input reads no other node; remove \"from\""),
                IN.replace("}", ", \"from\": [\"out\"]}"), "{\"id\": \"out\", \"layer\": \"Input\", \"shape\": 1}");
    }

    @Test
    void cyclesNameTheIdsOnThem() {
        assertProblems(List.of(
                "5:37 [a] error: the nodes read each other in a circle: a > b > a; a network may not have one"),
                IN, OUT, "{\"id\": \"a\", \"layer\": \"Add\", \"from\": [\"in\", \"b\"]}",
                "{\"id\": \"b\", \"layer\": \"Flatten\", \"from\": [\"a\"]}",
                "{\"id\": \"c\", \"layer\": \"Flatten\", \"from\": [\"b\"]}");
        assertProblems(List.of(
                "5:41 [a] error: the nodes read each other in a circle: a > a; a network may not have one"),
                IN, OUT, "{\"id\": \"a\", \"layer\": \"Flatten\", \"from\": [\"a\"]}");
    }

    @Test
    void shapesThatDoNotFitNameBothNodesAndShapes() {
        List<String> problems = Designs.problems(Designs.withNodes(IN,
                "{\"id\": \"a\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 3}",
                "{\"id\": \"out\", \"layer\": \"Add\", \"from\": [\"a\", \"in\"]}"));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("5:1 [out] error: reads 'a' [3] and 'in' [2]: "), problems.get(0));
    }

    @Test
    void aShapeErrorIsReportedOnceNotForEverythingAfterIt() {
        List<String> problems = Designs.problems(Designs.withNodes(IN,
                "{\"id\": \"a\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 3}",
                "{\"id\": \"b\", \"layer\": \"Add\", \"from\": [\"a\", \"in\"]}",
                "{\"id\": \"out\", \"layer\": \"Add\", \"from\": [\"b\", \"in\"]}"));
        assertEquals(1, problems.size(), problems.toString());
    }

    @Test
    void tooLargeParametersAreAnErrorNotAnOverflow() {
        List<String> problems = Designs.problems(Designs.withNodes(
                IN.replace("[2]", "[16777216]"), OUT.replace("\"units\": 1", "\"units\": 16777216")));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("4:1 [out] error: reads 'in' [16777216]: "), problems.get(0));
        problems = Designs.problems(Designs.withNodes(IN.replace("[2]", "[32768]"),
                "{\"id\": \"a\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 32768}",
                "{\"id\": \"b\", \"layer\": \"Dense\", \"from\": [\"a\"], \"units\": 40000}",
                "{\"id\": \"out\", \"layer\": \"Dense\", \"from\": [\"b\"], \"units\": 1}"));
        assertEquals(List.of(
                "5:1 [b] error: the network has 2384574593 parameters, at most 2147483647 are possible; this "
                        + "layer has the most, 1310760000"), problems);
    }

    @Test
    void networksNeedNodesAnInputAndALoss() {
        assertEquals(List.of("1:28 error: the network has no nodes: begin with {\"id\": \"in\", \"layer\": \"Input\", "
                + "\"shape\": [2]}"), Designs.problems("{\"headwater\": 1, \"nodes\":  [], \"data\": {}}"));
        assertEquals(List.of("1:1 error: the network has no loss: add \"losses\": [{\"node\": \"in\", \"loss\": "
                + "\"mean-squared-error\"}] or another"),
                Designs.problems("{\"headwater\": 1, \"data\": {}, \"nodes\": [" + IN + "]}"));
        assertTrue(Designs.problems("{\"headwater\": 1, \"data\": {}, \"nodes\": [{\"id\": \"b\", \"block\": \"x\"}], "
                + "\"blocks\": {}}").get(0).contains("unknown block 'x'; the file has no \"blocks\""));
    }

    @Test
    void lossesMustFitTheirNodes() {
        String good = Designs.withNodes(IN, OUT);
        assertEquals(List.of("2:22 error: the loss judges 'ouch', which is no node; known: in, out"),
                Designs.problems(good.replace("{\"node\": \"out\"", "{\"node\":  \"ouch\"")));
        assertEquals(List.of("2:12 error: the loss does not say which node it judges: add \"node\""),
                Designs.problems(good.replace("\"node\": \"out\", ", "")));
        assertEquals(List.of("2:59 [out] error: the node has two losses; remove one"),
                Designs.problems(good.replace("}], \"nodes\"",
                        "}, {\"node\": \"out\", \"loss\": \"mse\"}], \"nodes\"")));
        List<String> mismatch = Designs.problems(good.replace("mean-squared-error", "categorical-cross-entropy"));
        assertEquals(1, mismatch.size());
        assertTrue(mismatch.get(0).startsWith("2:12 [out] error: categorical-cross-entropy needs at least two"),
                mismatch.get(0));
        List<String> unsuited = Designs.problems(good.replace("mean-squared-error", "binary-cross-entropy"));
        assertEquals(1, unsuited.size());
        assertTrue(unsuited.get(0).startsWith("2:12 [out] warning: binary-cross-entropy"), unsuited.get(0));
    }

    @Test
    void outputsThatReachNoLossAreWarnedOf() {
        assertProblems(List.of(
                "5:1 [side] warning: the output reaches no loss: remove the node, or let another read it"),
                IN, OUT, "{\"id\": \"side\", \"layer\": \"Flatten\", \"from\": [\"in\"]}");
    }

    @Test
    void noMoreProblemsThanAPersonReads() {
        String[] nodes = new String[5_000];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = "{\"id\": \"n" + i + "\", \"layer\": \"Dense\", \"from\": [\"m" + i + "\"], \"foo\": 1}";
        }
        assertEquals(2 * ProblemList.MOST, Designs.problems(Designs.withNodes(nodes)).size());
    }
}
