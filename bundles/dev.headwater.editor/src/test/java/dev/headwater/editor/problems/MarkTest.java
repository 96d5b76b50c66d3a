package dev.headwater.editor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final String TEXT = """
            {"headwater": 1, "data": {"source": "circle", "strange": 1},
            "losses": [{"node": "out", "loss": "mean-squared-error"}], "nodes": [
              {"id": "in", "layer": "Input", "shape": [2]},
              {"id": "out", "layer": "Dense", "from": ["in", "gone"], "units": 0}]}
            """;

    private static List<Mark> marks(String text) {
        return Mark.of(Check.of("t.headwater", text.getBytes(StandardCharsets.UTF_8), DataFiles.NONE).problems(), text);
    }

    private static String underlined(String text, Mark mark) {
        return text.substring(mark.start(), mark.end());
    }

    @Test
    void aProblemIsUnderlinedWhereItStands() {
        List<Mark> marks = marks(TEXT);
        assertEquals(List.of("\"strange\"", "\"gone\"", "0"),
                marks.stream().map(mark -> underlined(TEXT, mark)).toList());
        assertEquals(List.of(Severity.WARNING, Severity.ERROR, Severity.ERROR),
                marks.stream().map(Mark::severity).toList());
    }

    @Test
    void aMarkerNamesNodeAndLine() {
        Mark gone = marks(TEXT).get(1);
        Map<String, Object> attributes = gone.attributes();
        assertEquals("node out, line 4", attributes.get(IMarker.LOCATION));
        assertEquals(4, attributes.get(IMarker.LINE_NUMBER));
        assertEquals(IMarker.SEVERITY_ERROR, attributes.get(IMarker.SEVERITY));
        assertEquals("out", attributes.get(ProblemMarkers.NODE));
        assertEquals(TEXT.indexOf("\"gone\""), attributes.get(IMarker.CHAR_START));
        assertEquals(TEXT.indexOf("\"gone\"") + 6, attributes.get(IMarker.CHAR_END));
        assertTrue(((String) attributes.get(IMarker.MESSAGE)).contains("'gone'"), attributes::toString);
    }

    @Test
    void aProblemOfTheWholeFileHasNoLine() {
        Mark mark = Mark.of(List.of(new Problem(Severity.ERROR, null, 0, 0, "does not exist")), "").getFirst();
        assertFalse(mark.attributes().containsKey(IMarker.LINE_NUMBER));
        assertFalse(mark.attributes().containsKey(IMarker.CHAR_START));
        assertEquals("file", mark.attributes().get(IMarker.LOCATION));
    }

    @Test
    void aBrokenTextIsMarkedWhereItBreaks() {
        String broken = "{\"headwater\": 1,\r\n  \"nodes\": [}\r\n";
        Mark mark = marks(broken).getFirst();
        assertEquals(2, mark.line());
        assertEquals(Severity.ERROR, mark.severity());
        assertEquals("}", underlined(broken, mark));
    }

    @Test
    void behindTheEndOfALineItsLastCharacterIsUnderlined() {
        String broken = "{\"headwater\": 1, \"x  \n}";
        assertEquals("x", underlined(broken, marks(broken).getFirst()));
    }

    @Test
    void ofANodeItsFirstMemberIsUnderlined() {
        String text = "{\"headwater\": 1, \"data\": {\"source\": \"circle\"}, \"losses\": [{\"node\": \"out\","
                + " \"loss\": \"mean-squared-error\"}],\n\"nodes\": [{\"id\": \"in\", \"layer\": \"Input\"},\n"
                + "{\"id\": \"out\", \"layer\": \"Dense\", \"from\": [\"in\"], \"units\": 1}]}";
        assertEquals("{\"id\": \"in\"", underlined(text, marks(text).getFirst()));
    }

    @Test
    void whatIsWrongWithTheDataIsFound() {
        String text = TEXT.replace("\"circle\"", "\"cvs\"");
        assertTrue(marks(text).stream().anyMatch(mark -> underlined(text, mark).equals("\"cvs\"")),
                () -> marks(text).toString());
    }

    @Test
    void placesOutsideTheTextAreBroughtInside() {
        Mark mark = Mark.of(List.of(new Problem(Severity.ERROR, "a", 99, 99, "ends too early")), "{}\n").getFirst();
        assertEquals(2, mark.line());
        assertEquals(3, mark.start());
        assertEquals(3, mark.end());
    }

    @Test
    void anEscapedQuoteDoesNotEndAText() {
        Lines lines = new Lines("\"a\\\"b\", 1");
        assertEquals(6, lines.endOfValue(0));
        assertEquals(9, lines.endOfValue(8));
    }

    @Test
    void anyLineEndCounts() {
        Lines lines = new Lines("a\rb\r\nc\nd");
        assertEquals(4, lines.count());
        assertEquals(2, lines.offset(2, 1));
        assertEquals(5, lines.offset(3, 1));
        assertEquals(2, lines.offset(2, 40));
    }
}
