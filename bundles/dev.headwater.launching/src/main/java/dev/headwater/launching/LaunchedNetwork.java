package dev.headwater.launching;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Overrides;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.ProblemList;
import dev.headwater.core.network.UnknownPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/**
 * The network file that is to be trained.
 *
 * @param file in the workspace
 * @param path in the file system
 */
public record LaunchedNetwork(IFile file, Path path) {
    private static final String ENDING = "headwater";

    /** The file that a path in the workspace may name; {@code null} if it cannot name one. */
    public static IFile file(String path) {
        IPath full = IPath.fromPortableString(path);
        return path.isBlank() || full.segmentCount() < 2 ? null
                : ResourcesPlugin.getWorkspace().getRoot().getFile(full);
    }

    /**
     * The network at a path in the workspace.
     *
     * @throws CoreException saying in one sentence why there is none
     */
    public static LaunchedNetwork of(String path) throws CoreException {
        if (path.isBlank()) {
            throw refusal(Messages.LaunchedNetwork_none);
        }
        IFile file = file(path);
        if (file == null || !file.getProject().exists()) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_noProject, path));
        }
        if (!file.getProject().isOpen()) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_closed, path, file.getProject().getName()));
        }
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!file.exists()) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_missing, path));
        }
        if (file.getLocation() == null) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_remote, path));
        }
        return new LaunchedNetwork(file, file.getLocation().toPath());
    }

    /** The file's name without its ending. */
    public String name() {
        return ENDING.equals(file.getFileExtension()) ? IPath.fromPortableString(file.getName()).removeFileExtension()
                .toString() : file.getName();
    }

    /**
     * Makes sure that it can be trained, as far as that can be told without its data.
     *
     * @throws CoreException with the first error and its place
     */
    public void requireSound(List<String> overrides) throws CoreException {
        NetworkFile.Parsed parsed = NetworkFile.read(path);
        if (parsed.tree() != null && !overrides.isEmpty()) {
            try {
                parsed = NetworkFile.read(parsed.name(), Overrides.apply(parsed.tree(), overrides, DataSources.ALL,
                        Set.copyOf(DataSpec.OWN_SETTINGS)));
            } catch (UnknownPath e) {
                throw refusal(e.getMessage());
            }
        }
        List<Problem> problems = new ArrayList<>(parsed.problems());
        DataSpec data = null;
        if (parsed.network() != null) {
            Graph.of(parsed.network(), problems);
            data = DataSpec.bind(parsed.network().data(), new ProblemList(problems));
        }
        if (parsed.network() != null && !parsed.tree().has("data")) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_noData, file.getName()));
        }
        List<Problem> errors = problems.stream().filter(Problem::isError)
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
        if (!errors.isEmpty()) {
            throw refusal(sentence(errors));
        }
        if (data == null) {
            throw refusal(NLS.bind(Messages.LaunchedNetwork_noData, file.getName()));
        }
    }

    private String sentence(List<Problem> errors) {
        Problem first = errors.getFirst();
        String place = first.line() > 0
                ? NLS.bind(Messages.LaunchedNetwork_line, file.getName(), Integer.toString(first.line()))
                : file.getName();
        String node = first.node() == null ? "" : NLS.bind(Messages.LaunchedNetwork_node, first.node());
        String more = errors.size() == 1 ? ""
                : NLS.bind(Messages.LaunchedNetwork_more, Integer.toString(errors.size()));
        return NLS.bind(Messages.LaunchedNetwork_unsound, new Object[] {place, node, first.message(), more});
    }

    private static CoreException refusal(String sentence) {
        return new CoreException(Status.error(sentence));
    }
}
