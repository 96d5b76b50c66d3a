package dev.headwater.launching.process;

import dev.headwater.core.run.RunException;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eclipse.osgi.util.NLS;

/**
 * The process of a training as the debug platform sees it. To terminate it is to ask it to save and end; only one that
 * does not is killed.
 */
public final class TrainingProcess extends PlatformObject implements IProcess {
    /** Its type, for those that extend consoles. */
    public static final String TYPE = "dev.headwater.training";

    /** In front of the line in which the process says why it failed. It is told at the end, once. */
    private static final String ERROR = "headwater: error: ";
    private static final long READERS_MILLIS = 5_000;

    private final ILaunch launch;
    private final Process process;
    private final Training training;
    private final Streams streams = new Streams(new Output(), new Output());
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final LifeLine lifeLine;
    private final Killing killing;
    private final TrainingJob job;
    private volatile boolean begun;
    private volatile boolean stopping;
    private volatile String error;
    private volatile Ending ending;

    private TrainingProcess(ILaunch launch, Process process, Training training) {
        this.launch = launch;
        this.process = process;
        this.training = training;
        lifeLine = new LifeLine(process.getOutputStream());
        killing = new Killing(training, process);
        job = new TrainingJob(training, this::terminate);
        attributes.put(ATTR_PROCESS_TYPE, TYPE);
        attributes.put(ATTR_PROCESS_ID, Long.toString(process.pid()));
        attributes.put(DebugPlugin.ATTR_LAUNCH_TIMESTAMP, Long.toString(System.currentTimeMillis()));
    }

    /** Takes charge of a process that was just started, as part of a launch. */
    public static TrainingProcess of(ILaunch launch, Process process, Training training,
            Map<String, String> attributes) {
        TrainingProcess created = new TrainingProcess(launch, process, training);
        created.attributes.putAll(attributes);
        launch.addProcess(created);
        created.fire(DebugEvent.CREATE);
        created.follow();
        return created;
    }

    private void follow() {
        Reading out = new Reading("headwater output " + training.name(), process.getInputStream(), streams.out(), null,
                this::readAlong);
        Reading err = new Reading("headwater errors " + training.name(), process.getErrorStream(), streams.err(),
                line -> line.startsWith(ERROR), this::readErrors);
        out.start();
        err.start();
        job.schedule();
        Thread waiting = new Thread(() -> await(out, err), "headwater process " + training.name());
        waiting.setDaemon(true);
        waiting.start();
    }

    private void readAlong(String line) {
        if (!begun && line.contains(training.folder().getFileName().toString())) {
            begun = true; // it names its folder as soon as that exists
            RunRefresh.of(training);
        }
        ChildProgress.of(line).ifPresent(job::show);
    }

    private void readErrors(String line) {
        if (line.startsWith(ERROR)) {
            // The file's name is enough: the label has no room for its folders.
            error = line.substring(ERROR.length()).replace(training.network().toString(), training.network()
                    .getFileName().toString());
        }
    }

    private void await(Reading out, Reading err) {
        int exitCode;
        try {
            exitCode = process.waitFor();
            out.join(READERS_MILLIS);
            err.join(READERS_MILLIS);
        } catch (InterruptedException e) {
            return; // nobody does so
        }
        lifeLine.close();
        boolean cutOff = killing.done();
        Ending how = new Traces(exitCode, record(), error, cutOff, CrashReport.of(training, process.pid())).ending();
        String sentence = how.sentence();
        (how.isError() ? streams.err() : streams.out()).append(Character.toUpperCase(sentence.charAt(0)) + sentence
                .substring(1) + System.lineSeparator());
        attributes.put(DebugPlugin.ATTR_TERMINATE_TIMESTAMP, Long.toString(System.currentTimeMillis()));
        ending = how;
        fire(DebugEvent.TERMINATE);
        job.end(how);
        RunRefresh.of(training);
    }

    private RunRecord record() {
        try {
            return RunFolder.open(training.folder()).read();
        } catch (RunException e) {
            return null; // it never came so far
        }
    }

    /** What it trains. */
    public Training training() {
        return training;
    }

    /** How it ended; {@code null} while it runs. */
    public Ending ending() {
        return ending;
    }

    @Override
    public String getLabel() {
        Ending how = ending;
        return how != null ? NLS.bind(Messages.TrainingProcess_ended, training.label(), how.brief())
                : NLS.bind(stopping ? Messages.TrainingProcess_stopping : Messages.TrainingProcess_running, training
                        .label());
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return streams;
    }

    @Override
    public void setAttribute(String key, String value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        fire(DebugEvent.CHANGE);
    }

    @Override
    public String getAttribute(String key) {
        // Consoles are named by it, and its label tells how it ended.
        return key.equals(ATTR_PROCESS_LABEL) ? getLabel() : attributes.get(key);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!isTerminated()) {
            throw new DebugException(Status.error(getLabel()));
        }
        return process.exitValue();
    }

    @Override
    public boolean canTerminate() {
        return !isTerminated();
    }

    @Override
    public boolean isTerminated() {
        return ending != null;
    }

    @Override
    public void terminate() {
        if (isTerminated() || stopping) {
            return;
        }
        stopping = true;
        lifeLine.stop();
        killing.schedule(Killing.PATIENCE_MILLIS);
        fire(DebugEvent.CHANGE);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        for (Object candidate : new Object[] {training, this, launch, launch.getLaunchConfiguration()}) {
            if (adapter == ILaunchConfiguration.class ? candidate instanceof ILaunchConfiguration
                    : adapter != Object.class && adapter.isInstance(candidate)) {
                return adapter.cast(candidate);
            }
        }
        return super.getAdapter(adapter);
    }

    private void fire(int kind) {
        DebugPlugin debug = DebugPlugin.getDefault();
        if (debug != null) { // null while the IDE shuts down
            debug.fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
        }
    }
}
