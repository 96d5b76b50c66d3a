package dev.headwater.launching.process;

import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** A training in the Progress view: how far it is, and a way to stop it. */
public final class TrainingJob extends Job {
    /** The family of all of them. */
    public static final Object FAMILY = "dev.headwater.launching.trainings";

    private static final int TICKS = 1000;
    // As the workbench names them, on which this bundle does not depend: the last result stays in the Progress view,
    // and a failure is shown there and in the status line, not in a dialog.
    private static final String PROGRESS = "org.eclipse.ui.workbench.progress";
    private static final QualifiedName KEEP_ONE = new QualifiedName(PROGRESS, "keepone");
    private static final QualifiedName NO_DIALOG = new QualifiedName(PROGRESS, "delayErrorPrompt");

    private final Training training;
    private final Runnable stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile IProgressMonitor shown;
    private volatile IStatus result = Status.OK_STATUS;
    private int ticks;

    /** A job that runs {@code stop} when somebody cancels it. */
    TrainingJob(Training training, Runnable stop) {
        super(NLS.bind(Messages.TrainingJob_name, training.label()));
        this.training = training;
        this.stop = stop;
        setPriority(LONG);
        setProperty(KEEP_ONE, Boolean.TRUE);
        setProperty(NO_DIALOG, Boolean.TRUE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask("", TICKS); // the job is named above it
        monitor.subTask(Messages.TrainingJob_starting);
        shown = monitor;
        try {
            ended.await();
        } catch (InterruptedException e) {
            return Status.CANCEL_STATUS;
        }
        monitor.done();
        return result;
    }

    /** Shows how far it is; called by the one thread that reads along. */
    void show(ChildProgress progress) {
        IProgressMonitor monitor = shown;
        if (monitor != null && !monitor.isCanceled()) {
            int reached = (int) (TICKS * progress.share());
            monitor.subTask(NLS.bind(Messages.ChildProgress_epoch, new Object[] {Integer.toString(progress.epoch()),
                    Integer.toString(progress.epochs()), progress.loss()}));
            monitor.worked(Math.max(0, reached - ticks));
            ticks = Math.max(ticks, reached);
        }
    }

    /** Ends with what became of the training. */
    void end(Ending ending) {
        String sentence = NLS.bind(Messages.TrainingJob_ended, training.name(), ending.sentence());
        result = ending.isError() ? Status.error(sentence)
                : new Status(IStatus.OK, TrainingJob.class, IStatus.OK, sentence, null);
        ended.countDown();
    }

    @Override
    protected void canceling() {
        IProgressMonitor monitor = shown;
        if (monitor != null) {
            monitor.subTask(Messages.TrainingJob_stopping);
        }
        stop.run();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }
}
