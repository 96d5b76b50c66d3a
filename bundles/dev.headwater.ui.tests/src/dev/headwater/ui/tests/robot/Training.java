package dev.headwater.ui.tests.robot;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** Trainings that a test needs and that are not what it tests: started without a hand at the mouse. */
public final class Training {
    private Training() {
    }

    /** Trains a network of a project, with settings of the recipe as {@code path=value}. */
    public static ILaunch of(String project, String network, String... overrides) throws CoreException {
        ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy configuration = launches
                .getLaunchConfigurationType("dev.headwater.launching.train").newInstance(null, "robot " + network);
        configuration.setAttribute("dev.headwater.launching.NETWORK", "/" + project + "/" + network);
        configuration.setAttribute("dev.headwater.launching.OVERRIDES", List.of(overrides));
        return configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
    }
}
