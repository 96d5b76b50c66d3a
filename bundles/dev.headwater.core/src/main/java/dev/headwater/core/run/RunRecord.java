package dev.headwater.core.run;

import dev.headwater.core.data.Standardization;
import dev.headwater.core.json.Json;
import dev.headwater.core.telemetry.LayerRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code run.json} says: what was trained, with what, where, and how it ended.
 *
 * @param id the run's name, that of its folder when it began
 * @param state how far it has come
 * @param started when it began
 * @param ended when it ended; {@code null} while it runs
 * @param resumedFrom the run whose history this one begins with; {@code null} if it began by itself
 * @param failure why it failed, in one sentence; {@code null} if it did not
 * @param result the object that {@code train --json} prints; {@code null} until the end
 * @param settings the numbers it was trained with
 * @param networkFile the network file as it was named; {@code null} if there was none
 * @param network the design as trained, overrides applied
 * @param classes the classes in the order of the outputs; empty where the target is no class
 * @param classWeights by the node that a loss judges, the numbers that it found to balance its classes
 * @param standardization how the inputs were scaled; {@code null} if they were not
 * @param hashes fingerprints of design and data
 * @param environment versions and machine
 * @param layers the layers, input side first
 */
public record RunRecord(String id, RunState state, Instant started, Instant ended, String resumedFrom, String failure,
        Json.Obj result, Settings settings, String networkFile, Json.Obj network, List<String> classes,
        Map<String, List<Double>> classWeights, Standardization standardization, Hashes hashes, Environment environment,
        List<LayerRow> layers) {
    /** Copies the lists and the map. */
    public RunRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(state);
        Objects.requireNonNull(started);
        classes = List.copyOf(classes);
        classWeights = Map.copyOf(classWeights);
        layers = List.copyOf(layers);
    }

    /**
     * The numbers of a run that decide its bits, and how long it goes on.
     *
     * @param parts into how many parts a batch is cut; the sums are added in their order
     * @param threads how many of them run at once; changes nothing in the numbers
     */
    public record Settings(long seed, int parts, int threads, int batch, int epochs) {
    }

    /** Fingerprints of the design and of the data, to tell whether a run can be resumed with them. */
    public record Hashes(String design, String data) {
    }

    /** This record of a run that ended well or was stopped. */
    public RunRecord ended(RunState how, Instant when, Json.Obj outcome) {
        return new RunRecord(id, how, started, when, resumedFrom, failure, outcome, settings, networkFile, network,
                classes, classWeights, standardization, hashes, environment, layers);
    }

    /** This record of a run that could not go on; {@code outcome} may be {@code null}. */
    public RunRecord failed(String why, Instant when, Json.Obj outcome) {
        return new RunRecord(id, RunState.FAILED, started, when, resumedFrom, why, outcome, settings, networkFile,
                network, classes, classWeights, standardization, hashes, environment, layers);
    }
}
