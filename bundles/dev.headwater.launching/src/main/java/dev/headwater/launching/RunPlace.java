package dev.headwater.launching;

import dev.headwater.core.run.RunFolder;
import dev.headwater.launching.process.Training;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.osgi.util.NLS;

/**
 * Where a network's runs are put.
 *
 * @param runs the folder of all of them, absolute; it need not exist
 * @param network the name of the network file
 */
public record RunPlace(Path runs, String network) {
    /** The folder in a project that is taken where nothing else is said. */
    public static final String DEFAULT = "runs";

    /**
     * The place for a network.
     *
     * @param configured a folder, relative to the project or absolute, possibly with variables; empty for the default
     * @throws CoreException if it cannot be a folder
     */
    public static RunPlace of(String configured, IFile network) throws CoreException {
        IPath project = network.getProject().getLocation();
        if (project == null) {
            throw new CoreException(Status.error(NLS.bind(Messages.LaunchedNetwork_remote, network.getFullPath())));
        }
        String said = VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(configured);
        try {
            Path runs = project.toPath().resolve(said.isBlank() ? DEFAULT : said.strip()).normalize();
            if (Files.exists(runs) && !Files.isDirectory(runs)) {
                throw new CoreException(Status.error(NLS.bind(Messages.RunPlace_noFolder, runs)));
            }
            return new RunPlace(runs, network.getName());
        } catch (InvalidPathException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.RunPlace_invalid, said, e.getReason()), e));
        }
    }

    /** The folder of a run that begins now: free, and not that of a training which has not yet made it. */
    Path next(LocalDateTime now) {
        return next(now, path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                || Trainings.live().stream().map(Training::folder).anyMatch(path::equals));
    }

    /** The first folder that is not taken. */
    Path next(LocalDateTime now, Predicate<Path> taken) {
        String name = RunFolder.name(network, now);
        Path folder = runs.resolve(name);
        for (int n = 2; taken.test(folder); n++) {
            folder = runs.resolve(name + "-" + n);
        }
        return folder;
    }
}
