package dev.headwater.editor.problems;

import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.osgi.util.NLS;

/**
 * A problem at its place in the text.
 *
 * @param severity how bad it is
 * @param node the node it concerns; {@code null} for the whole file
 * @param message one sentence
 * @param line counted from 1; 0 for the whole file
 * @param start offset of what is underlined; -1 for the whole file
 * @param end offset after it
 */
record Mark(Severity severity, String node, String message, int line, int start, int end) {
    /** The problems at their places in this text, each once. */
    static List<Mark> of(List<Problem> problems, String text) {
        Lines lines = new Lines(text);
        List<Mark> marks = new ArrayList<>();
        for (Problem problem : problems) {
            int start = problem.line() == 0 ? -1 : lines.offset(problem.line(), problem.column());
            Mark mark = new Mark(problem.severity(), problem.node(), problem.message(),
                    Math.min(problem.line(), lines.count()), start, start < 0 ? -1 : lines.endOfValue(start));
            if (!marks.contains(mark)) {
                marks.add(mark);
            }
        }
        return marks;
    }

    /** Where it is, for people: {@code node dense1, line 7}. */
    String location() {
        if (node == null) {
            return line == 0 ? Messages.locationFile : NLS.bind(Messages.locationLine, Integer.toString(line));
        }
        return line == 0 ? NLS.bind(Messages.locationNode, node)
                : NLS.bind(Messages.locationNodeLine, node, Integer.toString(line));
    }

    /** What a marker of it says. */
    Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.SEVERITY, severity == Severity.ERROR ? IMarker.SEVERITY_ERROR
                : IMarker.SEVERITY_WARNING);
        attributes.put(IMarker.MESSAGE, message);
        attributes.put(IMarker.LOCATION, location());
        if (line > 0) {
            attributes.put(IMarker.LINE_NUMBER, line);
        }
        if (start >= 0) {
            attributes.put(IMarker.CHAR_START, start);
            attributes.put(IMarker.CHAR_END, end);
        }
        if (node != null) {
            attributes.put(ProblemMarkers.NODE, node);
        }
        return attributes;
    }
}
