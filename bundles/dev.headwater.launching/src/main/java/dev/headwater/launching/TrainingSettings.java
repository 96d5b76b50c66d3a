package dev.headwater.launching;

import dev.headwater.launching.process.Memory;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/**
 * What a launch configuration says about a training.
 *
 * @param network the file's path in the workspace; empty if none was chosen
 * @param overrides {@code path=value} each
 * @param runFolder where runs are put; empty for the project's {@code runs}
 * @param jre the home of a Java runtime; empty to find one
 * @param memory how much the process may use
 */
public record TrainingSettings(String network, List<String> overrides, String runFolder, String jre, Memory memory) {
    /** Copies the list. */
    public TrainingSettings {
        overrides = List.copyOf(overrides);
    }

    /** The settings of a new configuration for a network. */
    public static TrainingSettings of(String network) {
        return new TrainingSettings(network, List.of(), "", "", LaunchingPreferences.memory());
    }

    /**
     * Reads a configuration.
     *
     * @throws CoreException if it cannot be read
     */
    public static TrainingSettings of(ILaunchConfiguration configuration) throws CoreException {
        return new TrainingSettings(configuration.getAttribute(TrainingAttributes.NETWORK, "").strip(),
                configuration.getAttribute(TrainingAttributes.OVERRIDES, List.of()),
                configuration.getAttribute(TrainingAttributes.RUN_FOLDER, "").strip(),
                configuration.getAttribute(TrainingAttributes.JRE, "").strip(),
                new Memory(configuration.getAttribute(TrainingAttributes.HEAP, LaunchingPreferences.memory().heap()),
                        configuration.getAttribute(TrainingAttributes.OFF_HEAP, LaunchingPreferences.memory()
                                .offHeap())));
    }

    /** Writes them; what has its default is left out, so that opening and closing a dialog changes nothing. */
    public void write(ILaunchConfigurationWorkingCopy copy) {
        writeMain(copy);
        writeRuntime(copy);
    }

    /** Writes what is trained, with what, and where to. */
    public void writeMain(ILaunchConfigurationWorkingCopy copy) {
        copy.setAttribute(TrainingAttributes.NETWORK, orNull(network));
        copy.setAttribute(TrainingAttributes.OVERRIDES, overrides.isEmpty() ? null : overrides);
        copy.setAttribute(TrainingAttributes.RUN_FOLDER, orNull(runFolder));
    }

    /** Writes what it is trained on. */
    public void writeRuntime(ILaunchConfigurationWorkingCopy copy) {
        copy.setAttribute(TrainingAttributes.JRE, orNull(jre));
        number(copy, TrainingAttributes.HEAP, memory.heap(), LaunchingPreferences.memory().heap());
        number(copy, TrainingAttributes.OFF_HEAP, memory.offHeap(), LaunchingPreferences.memory().offHeap());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void number(ILaunchConfigurationWorkingCopy copy, String name, int value, int byDefault) {
        if (value == byDefault) {
            copy.removeAttribute(name);
        } else {
            copy.setAttribute(name, value);
        }
    }
}
