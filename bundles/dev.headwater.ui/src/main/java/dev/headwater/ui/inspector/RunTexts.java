package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.FoundRun;
import dev.headwater.launching.runs.Quantity;
import dev.headwater.launching.runs.RunProgress;
import dev.headwater.launching.runs.RunSnapshot;
import dev.headwater.launching.runs.RunStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;

/** What is said about a run in one line. */
final class RunTexts {
    private static final String SEPARATOR = " \u00b7 ";

    private RunTexts() {
    }

    /** Name, state and progress: {@code circle · running · step 1,234 of 1,800 · loss 0.693}. */
    static String header(RunSnapshot snapshot) {
        RunProgress progress = snapshot.progress();
        List<String> parts = new ArrayList<>();
        parts.add(snapshot.folder().getFileName().toString());
        parts.add(status(snapshot.status()));
        if (progress.step() >= 0) {
            // Steps are numbered from 0, so that the last of 1,800 is step 1,799.
            String step = Figures.count(progress.step());
            parts.add(progress.steps() > 0 ? NLS.bind(Messages.header_step, step, Figures.count(progress.steps()))
                    : NLS.bind(Messages.header_stepOnly, step));
        }
        if (progress.step() >= 0) {
            parts.add(NLS.bind(Messages.header_loss, Figures.loss(progress.loss())));
        }
        if (!Double.isNaN(progress.validation())) {
            String loss = NLS.bind(Messages.header_validation, Figures.loss(progress.validation()));
            parts.add(progress.metric() == null ? loss
                    : loss + ", " + NLS.bind(Messages.header_metric, progress.metric(), score(progress)));
        }
        if (snapshot.damaged() > 0) {
            parts.add(snapshot.damaged() == 1 ? Messages.header_damagedOne
                    : NLS.bind(Messages.header_damaged, Figures.count(snapshot.damaged())));
        }
        return String.join(SEPARATOR, parts);
    }

    private static String score(RunProgress progress) {
        return "accuracy".equals(progress.metric())
                ? String.format(Locale.ROOT, "%.1f %%", Double.valueOf(100 * progress.score()))
                : Figures.real(progress.score());
    }

    /** Name, state and time of a run in a list. */
    static String label(FoundRun run) {
        return NLS.bind(Messages.run_label, new Object[] {run.name(), status(run.status()), time(run)});
    }

    private static String time(FoundRun run) {
        ZonedDateTime started = run.started().atZone(ZoneId.systemDefault());
        boolean today = started.toLocalDate().equals(LocalDate.now());
        return (today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)).format(started);
    }

    static String status(RunStatus status) {
        return switch (status) {
            case RUNNING -> Messages.status_running;
            case FINISHED -> Messages.status_finished;
            case STOPPED -> Messages.status_stopped;
            case FAILED -> Messages.status_failed;
            case INTERRUPTED -> Messages.status_interrupted;
            case UNREADABLE -> Messages.status_unreadable;
        };
    }

    static String quantity(Quantity quantity) {
        return switch (quantity) {
            case PARAMETER_GRADIENT -> Messages.quantity_parameter;
            case OUTPUT_GRADIENT -> Messages.quantity_output;
            case UPDATE_RATIO -> Messages.quantity_update;
        };
    }
}
