package dev.headwater.launching.runs;

import java.nio.file.Path;

/**
 * What a run had recorded at one moment. Immutable.
 *
 * @param folder the run's folder, by which a result that came too late is known
 * @param request the number of the request that it answers
 * @param status how the run stood
 * @param reason why nothing can be read, or why the run failed, in one sentence; {@code null} where neither is so
 * @param networkFile the network file that was trained, if it can be found; else {@code null}
 * @param map the heat map; {@code null} while nothing can be read
 * @param progress how far the run had come
 * @param step the numbers of the wanted step, or of the nearest that was recorded; {@code null} if there are none
 * @param damaged how many frames are damaged and left out
 * @param complete whether everything that had been written was read
 */
public record RunSnapshot(Path folder, long request, RunStatus status, String reason, Path networkFile, HeatMap map,
        RunProgress progress, StepReport step, int damaged, boolean complete) {
    /** Whether there is a step to show. */
    public boolean hasSteps() {
        return map != null && !map.columns().isEmpty();
    }
}
