package dev.headwater.launching;

import dev.headwater.launching.process.Memory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** The settings of trainings that hold for the whole workspace: their keys, their defaults and how they are read. */
public final class LaunchingPreferences extends AbstractPreferenceInitializer {
    /** The node that holds them, in each scope. */
    public static final String NODE = "dev.headwater.launching";
    /** How much heap a new launch configuration gives a training, in MiB. */
    public static final String HEAP = "heap";
    /** How much memory outside the heap a new launch configuration gives a training, in MiB. */
    public static final String OFF_HEAP = "offHeap";
    /** Whether the Gradient Inspector is shown when a training starts. */
    public static final String OPEN_INSPECTOR = "openInspector";
    /** Whether the Gradient Inspector turns to a run that has just begun. */
    public static final String FOLLOW_NEWEST = "followNewest";
    /** Whether trainings choose their BLAS kernel themselves, whatever {@code OPENBLAS_CORETYPE} says. */
    public static final String IGNORE_CORETYPE = "ignoreCoretype";

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(NODE);
        defaults.putInt(HEAP, Memory.DEFAULT.heap());
        defaults.putInt(OFF_HEAP, Memory.DEFAULT.offHeap());
        defaults.putBoolean(OPEN_INSPECTOR, true);
        defaults.putBoolean(FOLLOW_NEWEST, true);
        defaults.putBoolean(IGNORE_CORETYPE, false);
    }

    /** How much heap a training gets that does not say otherwise, in MiB. */
    public static int heap() {
        return Platform.getPreferencesService().getInt(NODE, HEAP, Memory.DEFAULT.heap(), null);
    }

    /** How much memory outside the heap a training gets that does not say otherwise, in MiB. */
    public static int offHeap() {
        return Platform.getPreferencesService().getInt(NODE, OFF_HEAP, Memory.DEFAULT.offHeap(), null);
    }

    /** How much memory a training gets that does not say otherwise. */
    public static Memory memory() {
        return new Memory(heap(), offHeap());
    }

    /** Whether the Gradient Inspector is to be shown when a training starts. */
    public static boolean opensInspector() {
        return Platform.getPreferencesService().getBoolean(NODE, OPEN_INSPECTOR, true, null);
    }

    /** Whether the Gradient Inspector is to turn to a run that has just begun. */
    public static boolean followsNewest() {
        return Platform.getPreferencesService().getBoolean(NODE, FOLLOW_NEWEST, true, null);
    }

    /** Whether trainings are not to see {@code OPENBLAS_CORETYPE}. */
    public static boolean ignoresCoretype() {
        return Platform.getPreferencesService().getBoolean(NODE, IGNORE_CORETYPE, false, null);
    }
}
