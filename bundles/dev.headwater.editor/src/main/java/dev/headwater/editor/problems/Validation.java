package dev.headwater.editor.problems;

import dev.headwater.core.json.JsonReader;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * The job that checks saved network files and keeps their markers. From the first file on that somebody opens, it also
 * follows what changes in the workspace; until then nothing of it runs.
 */
public final class Validation extends WorkspaceJob {
    /** The family of the job, to wait for it. */
    public static final Object FAMILY = Validation.class;

    private static final int PAUSE = 100;

    /** Created when first asked for. */
    private static final class Holder {
        static final Validation ONE = started();

        private static Validation started() {
            Validation validation = new Validation();
            ResourcesPlugin.getWorkspace().addResourceChangeListener(new WorkspaceChanges(validation));
            return validation;
        }
    }

    private final Set<IFile> waiting = ConcurrentHashMap.newKeySet();
    /** Which data files decided about a network file's markers. */
    private final Map<IFile, Set<IPath>> watched = new ConcurrentHashMap<>();

    private Validation() {
        super(Messages.checking);
        setSystem(true);
        setPriority(Job.DECORATE);
    }

    /** Checks a saved file soon, in the background. */
    public static void check(IFile file) {
        Holder.ONE.enqueue(List.of(file));
    }

    /** Whether every file asked for was checked. */
    public static boolean isSettled() {
        return Holder.ONE.waiting.isEmpty() && Holder.ONE.getState() == Job.NONE;
    }

    void enqueue(Collection<IFile> files) {
        waiting.addAll(files);
        if (!waiting.isEmpty()) {
            schedule(PAUSE);
        }
    }

    /** Which data files decided about which network file's markers, by path in the workspace. */
    Map<IFile, Set<IPath>> watched() {
        return watched;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        for (IFile file : List.copyOf(waiting)) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            waiting.remove(file);
            if (file.isAccessible()) {
                validate(file);
            } else {
                watched.remove(file);
            }
        }
        return Status.OK_STATUS;
    }

    private void validate(IFile file) throws CoreException {
        byte[] content;
        try (InputStream in = file.getContents(true)) {
            content = in.readNBytes(JsonReader.MAX_BYTES + 1);
        } catch (IOException | CoreException e) {
            Problem unreadable = new Problem(Severity.ERROR, null, 0, 0,
                    NLS.bind(Messages.fileUnreadable, e.getMessage()));
            update(file, Mark.of(List.of(unreadable), "")); //$NON-NLS-1$
            return;
        }
        Check check = Check.of(file.getName(), content, files(file));
        watch(file, check.dataFiles());
        update(file, Mark.of(check.problems(), text(content)));
    }

    private static void update(IFile file, List<Mark> marks) throws CoreException {
        if (file.isAccessible()) {
            ProblemMarkers.update(file, marks);
        }
    }

    /** The content as editors count it: without a byte order mark. */
    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text; //$NON-NLS-1$
    }

    /** The data files that a network file may be judged by. */
    static DataFiles files(IResource file) {
        IPath project = file.getProject() == null ? null : file.getProject().getLocation();
        IPath location = file.getLocation();
        return project == null || location == null ? DataFiles.NONE
                : new DataFiles(project.toPath().normalize(), location.removeLastSegments(1).toPath().normalize());
    }

    private void watch(IFile file, List<Path> dataFiles) {
        Path project = files(file).project();
        watched.put(file, dataFiles.stream().map(path -> file.getProject().getFullPath()
                .append(IPath.fromPath(project.relativize(path)))).collect(Collectors.toSet()));
    }
}
