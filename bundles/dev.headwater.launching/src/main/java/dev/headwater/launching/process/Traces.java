package dev.headwater.launching.process;

import dev.headwater.core.json.Json;
import dev.headwater.core.run.RunRecord;
import dev.headwater.core.run.RunState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.osgi.util.NLS;

/**
 * What is left of a process, from which its end is told.
 *
 * @param exitCode its exit code
 * @param run the run's record; {@code null} if it left none
 * @param error the last line in which it said why it failed; {@code null} if it did not
 * @param cutOff whether this IDE killed it, for it did not stop
 * @param crash the JVM's crash report; {@code null} if there is none
 */
record Traces(int exitCode, RunRecord run, String error, boolean cutOff, Path crash) {
    /** What {@code train} ends with when it was stopped. */
    private static final int STOPPED = 130;
    private static final int SIGNAL = 128;
    private static final int LONGEST_LABEL = 100;
    /** SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV. */
    private static final Set<Integer> BREAKDOWNS = Set.of(132, 133, 134, 135, 136, 138, 139);

    /** How it ended. */
    Ending ending() {
        RunState state = run == null ? RunState.RUNNING : run.state();
        return switch (state) {
            case FINISHED -> new Ending(Ending.Kind.FINISHED, finished());
            case STOPPED -> new Ending(Ending.Kind.STOPPED, NLS.bind(Messages.Ending_stopped, steps()));
            case FAILED -> failed(error == null ? run.failure() : error, run.failure());
            case RUNNING -> cutShort();
        };
    }

    private Ending cutShort() {
        if (crash != null || BREAKDOWNS.contains(Integer.valueOf(exitCode))) {
            String report = crash == null ? Messages.Ending_noReport : NLS.bind(Messages.Ending_report, crash);
            String brief = NLS.bind(Messages.Ending_crashed, Integer.toString(exitCode));
            return new Ending(Ending.Kind.CRASHED, brief + report, brief);
        }
        if (cutOff) {
            return new Ending(Ending.Kind.KILLED, Messages.Ending_cutOff);
        }
        if (error != null) {
            return failed(error, error);
        }
        if (exitCode == STOPPED) {
            return new Ending(Ending.Kind.STOPPED, Messages.Ending_stoppedAtOnce);
        }
        String code = Integer.toString(exitCode);
        return exitCode > SIGNAL ? new Ending(Ending.Kind.KILLED, NLS.bind(Messages.Ending_killed, code))
                : new Ending(Ending.Kind.FAILED, NLS.bind(Messages.Ending_failedSilently, code));
    }

    private static Ending failed(String why, String brief) {
        return new Ending(Ending.Kind.FAILED, NLS.bind(Messages.Ending_failed, why), NLS.bind(Messages.Ending_failed,
                brief.length() <= LONGEST_LABEL ? brief : brief.substring(0, LONGEST_LABEL) + '…'));
    }

    private String finished() {
        Json.Obj result = run.result() == null ? Json.Obj.EMPTY : run.result();
        if (result.get("validation") instanceof Json.Obj score) {
            return NLS.bind(Messages.Ending_finishedValidated, steps(), score(score));
        }
        return result.get("train") instanceof Json.Obj score
                ? NLS.bind(Messages.Ending_finished, steps(), score(score))
                : NLS.bind(Messages.Ending_finishedUnscored, steps());
    }

    private static String score(Json.Obj score) {
        String loss = Figures.loss(number(score, "loss"));
        double accuracy = number(score, "accuracy");
        return Double.isNaN(accuracy) ? loss : NLS.bind(Messages.Ending_accuracy, loss, Figures.percent(accuracy));
    }

    /** Losses that are no numbers stand as texts in the record. */
    private static double number(Json.Obj score, String name) {
        Json value = score.get(name);
        try {
            return value == null ? Double.NaN : Json.toDouble(value);
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private String steps() {
        long steps = run.result() == null ? 0 : run.result().whole("steps", 0);
        return steps == 1 ? Messages.Ending_step : NLS.bind(Messages.Ending_steps, String.format(Locale.ROOT, "%,d",
                Long.valueOf(steps)));
    }
}
