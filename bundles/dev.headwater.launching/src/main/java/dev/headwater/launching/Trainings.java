package dev.headwater.launching;

import dev.headwater.launching.process.Training;
import dev.headwater.launching.process.TrainingJob;
import dev.headwater.launching.process.TrainingProcess;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;

/** The trainings of this IDE. They are the launch manager's: nothing is kept here. */
public final class Trainings {
    /** The family of the jobs that show how trainings go, one a training. */
    public static final Object JOBS = TrainingJob.FAMILY;

    private Trainings() {
    }

    /** Those whose process runs, oldest first. */
    public static List<Training> live() {
        return processes().filter(process -> !process.isTerminated()).map(TrainingProcess::training).toList();
    }

    /**
     * Tells a listener from now on, apart from those that run already.
     *
     * @return what ends the telling when it is run
     */
    public static Runnable listen(TrainingListener listener) {
        IDebugEventSetListener events = set -> Stream.of(set).forEach(event -> tell(event, listener));
        DebugPlugin.getDefault().addDebugEventListener(events);
        return () -> DebugPlugin.getDefault().removeDebugEventListener(events);
    }

    private static void tell(DebugEvent event, TrainingListener listener) {
        if (event.getSource() instanceof TrainingProcess process) {
            switch (event.getKind()) {
                case DebugEvent.CREATE -> listener.started(process.training());
                case DebugEvent.TERMINATE -> listener.ended(process.training());
                default -> {
                    // only its label changed
                }
            }
        }
    }

    private static Stream<TrainingProcess> processes() {
        return Stream.of(DebugPlugin.getDefault().getLaunchManager().getProcesses())
                .filter(TrainingProcess.class::isInstance).map(TrainingProcess.class::cast);
    }
}
