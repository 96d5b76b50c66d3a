package dev.headwater.launching;

import dev.headwater.launching.process.ChildCommand;
import dev.headwater.launching.process.TrainerClassPath;
import dev.headwater.launching.process.Training;
import dev.headwater.launching.process.TrainingProcess;
import dev.headwater.launching.runtime.JavaRuntime;
import dev.headwater.launching.runtime.JavaRuntimes;
import dev.headwater.launching.runtime.NoJavaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Starts the training that a launch configuration describes, in a process of its own. */
public final class TrainingLaunch extends LaunchConfigurationDelegate {
    private static final Object CHOOSING = new Object();

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        TrainingSettings settings = TrainingSettings.of(configuration);
        LaunchedNetwork network = LaunchedNetwork.of(settings.network());
        network.requireSound(settings.overrides());
        RunPlace place = RunPlace.of(settings.runFolder(), network.file());
        JavaRuntime java;
        try {
            java = JavaRuntimes.choose(settings.jre());
        } catch (NoJavaRuntime e) {
            throw failure(e);
        }
        if (!monitor.isCanceled()) {
            start(settings, network, place, java, launch);
        }
    }

    private static void start(TrainingSettings settings, LaunchedNetwork network, RunPlace place, JavaRuntime java,
            ILaunch launch) throws CoreException {
        try {
            var classPath = TrainerClassPath.find();
            // Two launches in the same second must not take the same name.
            synchronized (CHOOSING) {
                LocalDateTime now = LocalDateTime.now();
                Path folder = place.next(now);
                ChildCommand command = new ChildCommand(java, classPath, settings.memory(), network.path(), folder,
                        settings.overrides());
                Training training = new Training(network.name(), network.path(), folder, now.toLocalTime());
                String[] words = command.words().toArray(String[]::new);
                TrainingProcess.of(launch, command.start(LaunchingPreferences.ignoresCoretype()), training, Map.of(
                        IProcess.ATTR_CMDLINE, DebugPlugin.renderArguments(words, null),
                        DebugPlugin.ATTR_PATH, java.program().toString(),
                        DebugPlugin.ATTR_WORKING_DIRECTORY, network.path().getParent().toString()));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The project in which unsaved editors are saved first, as the platform's preference says. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        IFile file = LaunchedNetwork.file(TrainingSettings.of(configuration).network());
        return file == null ? new IProject[0] : new IProject[] {file.getProject()};
    }

    /** A network is not built. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }

    private static CoreException failure(Exception e) {
        return new CoreException(Status.error(e.getMessage(), e));
    }
}
