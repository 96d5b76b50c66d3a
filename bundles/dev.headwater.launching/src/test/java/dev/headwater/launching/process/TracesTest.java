package dev.headwater.launching.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static RunRecord running() {
        return new RunRecord("r", RunState.RUNNING, Instant.EPOCH, null, null, null, null, null, null, Json.Obj.EMPTY,
                List.of(), Map.of(), null, null, null, List.of());
    }

    private static Json.Obj result(long steps, Json validation) {
        return Json.object().put("steps", steps).put("train", score(0.5, Double.NaN)).put("validation", validation)
                .build();
    }

    private static Json.Obj score(double loss, double accuracy) {
        return Json.object().put("loss", loss).put("accuracy", Double.isNaN(accuracy) ? Json.NULL : Json.of(accuracy))
                .build();
    }

    private static Ending ending(int exitCode, RunRecord run, String error) {
        return new Traces(exitCode, run, error, false, null).ending();
    }

    private static RunRecord finished(Json.Obj result) {
        return running().ended(RunState.FINISHED, Instant.EPOCH, result);
    }

    @Test
    void aFinishedTrainingTellsItsScores() {
        assertEquals("finished after 1,800 steps: validation loss 0.6931, accuracy 50.3 %",
                ending(0, finished(result(1800, score(0.69314, 0.5033))), null).sentence());
        assertEquals("finished after 1 step: training loss 0.5000",
                ending(0, finished(result(1, Json.NULL)), null).sentence());
        assertEquals("finished after 7 steps: validation loss 1.20e-05",
                ending(0, finished(result(7, score(1.2e-5, Double.NaN))), null).sentence());
        assertEquals("finished after 7 steps: validation loss NaN",
                ending(0, finished(result(7, score(Double.NaN, Double.NaN))), null).sentence());
    }

    @Test
    void aStoppedTrainingHasSavedItsState() {
        Ending ending = ending(130, running().ended(RunState.STOPPED, Instant.EPOCH, result(12, Json.NULL)), null);
        assertEquals("stopped after 12 steps; the state is saved", ending.sentence());
        assertEquals(Ending.Kind.STOPPED, ending.kind());
        assertEquals("stopped before the first step", ending(130, null, null).sentence());
    }

    @Test
    void aFailureIsToldInItsOwnWordsWithAdviceOnlyInTheSentence() {
        RunRecord failed = running().failed("dense1 is not finite", Instant.EPOCH, null);
        Ending ending = ending(1, failed, "net.headwater: dense1 is not finite; try a smaller learning rate");
        assertEquals("failed: net.headwater: dense1 is not finite; try a smaller learning rate", ending.sentence());
        assertEquals("failed: dense1 is not finite", ending.brief());
        assertEquals("failed: circle.csv:17: no number", ending(2, null, "circle.csv:17: no number").sentence());
        assertEquals("failed without saying why (exit code 3)", ending(3, null, null).sentence());
    }

    @Test
    void aLabelStaysShort() {
        assertTrue(ending(2, null, "x".repeat(500)).brief().length() < 120);
    }

    @Test
    void aCrashNamesItsReport() {
        Path report = Path.of("hs_err_pid7.log");
        Ending ending = new Traces(134, running(), null, false, report).ending();
        assertEquals("crashed (exit code 134), see hs_err_pid7.log", ending.sentence());
        assertEquals(Ending.Kind.CRASHED, ending.kind());
        assertEquals(Ending.Kind.CRASHED, ending(139, running(), null).kind());
    }

    @Test
    void aKillTellsWhoKilled() {
        assertEquals("killed from outside (exit code 137); what it recorded is in the run's folder",
                ending(137, running(), null).sentence());
        Ending cutOff = new Traces(137, running(), null, true, null).ending();
        assertTrue(cutOff.sentence().startsWith("killed, for it did not stop within 10 seconds"), cutOff.sentence());
        assertTrue(cutOff.isError());
    }
}
