package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.RunSnapshot;
import dev.headwater.launching.runs.RunStatus;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;

/** The job that paints the latest snapshot into the size that the strip has now, and hands it to the UI thread. */
final class Painter extends Job {
    private final LatestOnUi<Shown> screen;
    private final Display display;
    private Path wanted;
    private volatile RunSnapshot snapshot;
    private volatile HeatWindow window = HeatWindow.NONE;

    Painter(Display display, LatestOnUi<Shown> screen) {
        super("Headwater heat strip");
        this.display = display;
        this.screen = screen;
        setSystem(true);
        setPriority(SHORT);
    }

    /** Forgets what was shown; from now on only snapshots of this run are taken, of none if {@code null}. */
    synchronized void expect(Path run) {
        wanted = run;
        snapshot = null;
    }

    /** Takes what a run has to show, unless another one is shown by now. From any thread. */
    synchronized void show(RunSnapshot latest) {
        if (latest.folder().equals(wanted)) {
            snapshot = latest;
            schedule();
        }
    }

    /** Takes the size of the strip. */
    void resize(HeatWindow now) {
        window = now;
        schedule();
    }

    /** Whether nothing is left to be painted. */
    boolean idle() {
        return getState() == NONE;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        RunSnapshot now = snapshot;
        if (now != null) {
            HeatPicture picture = now.hasSteps()
                    ? HeatPicture.paint(now.map(), now.status() == RunStatus.RUNNING, now.progress().steps(), window)
                    : null;
            screen.offer(new Shown(now, picture, image(picture)));
        }
        return Status.OK_STATUS;
    }

    /** The picture as the screen takes it, made here, for it is a copy of every pixel. */
    private Image image(HeatPicture picture) {
        if (picture == null || picture.pixels() == null) {
            return null;
        }
        try {
            return new Image(display, new ImageData(picture.window().width(), picture.window().height(), 32,
                    new PaletteData(0xFF0000, 0xFF00, 0xFF), 4, picture.pixels()));
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
            return null; // the workbench has just been closed
        }
    }
}
