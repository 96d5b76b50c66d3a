package dev.headwater.editor.model;

import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Problem;
import java.nio.file.Path;
import java.util.List;

/** The design in an open editor. Everything that shows or changes a network works on this, on the UI thread. */
public interface NetworkModel {
    /** The design as it is now; never {@code null}. */
    Network network();

    /** What follows from the design: shapes, parameters, problems; it may lag behind an edit by a moment. */
    Analysis analysis();

    /** The design unrolled; {@code null} while it has an error. */
    default Graph graph() {
        return analysis().graph();
    }

    /** All that is wrong with the design now. */
    default List<Problem> problems() {
        return analysis().problems();
    }

    /** The network file; {@code null} where it is not in the file system. */
    Path file();

    /** Changes the design as one step that can be undone; {@code label} names it in the Edit menu. */
    void replace(Network after, String label);

    /** Tells after every change, undo and redo, on the UI thread. */
    void addListener(Runnable listener);

    /** Tells no more. */
    void removeListener(Runnable listener);
}
