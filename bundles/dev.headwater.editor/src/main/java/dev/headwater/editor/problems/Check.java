package dev.headwater.editor.problems;

import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.ProblemList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is wrong with the text of a network file, by place.
 *
 * @param problems with the text, the design and its data
 * @param dataFiles the files inside the project that it depends on
 */
record Check(List<Problem> problems, List<Path> dataFiles) {
    /** Checks a file's content, right or wrong. */
    static Check of(String name, byte[] content, DataFiles files) {
        NetworkFile.Parsed parsed = NetworkFile.read(name, content);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        List<Path> named = List.of();
        if (parsed.network() != null) {
            Graph.of(parsed.network(), problems);
            Json.Obj data = parsed.network().data();
            if (parsed.tree().has("data")) { //$NON-NLS-1$
                DataSpec.bind(data, new ProblemList(problems));
            }
            problems.addAll(files.problems(data));
            named = files.inside(data);
        }
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new Check(List.copyOf(problems), named);
    }
}
