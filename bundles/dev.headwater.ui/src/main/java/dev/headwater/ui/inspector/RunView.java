package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.FoundRun;
import dev.headwater.launching.runs.Quantity;
import java.nio.file.Path;
import java.util.List;

/** What the inspector's actions read and change. */
interface RunView {
    /** The runs that were found, newest first. */
    List<FoundRun> runs();

    /** The folder of the shown run, or {@code null}. */
    Path run();

    void showRun(Path folder);

    Quantity quantity();

    void showQuantity(Quantity quantity);

    boolean following();

    void follow(boolean newest);

    boolean pinned();

    void pin(boolean keep);
}
