package dev.headwater.launching;

/** The names of what a launch configuration that trains a network says. */
public final class TrainingAttributes {
    /** The launch configuration type. */
    public static final String TYPE = "dev.headwater.launching.train";
    /** The network file, as a path in the workspace: {@code /project/circle.headwater}. */
    public static final String NETWORK = "dev.headwater.launching.NETWORK";
    /** Settings for this run, a list of {@code path=value}. */
    public static final String OVERRIDES = "dev.headwater.launching.OVERRIDES";
    /** Where the run's folder is made; empty for the project's {@code runs}. */
    public static final String RUN_FOLDER = "dev.headwater.launching.RUN_FOLDER";
    /** The home of the Java runtime; empty to take the first that fits. */
    public static final String JRE = "dev.headwater.launching.JRE";
    /** How much heap the process may use, in MiB. */
    public static final String HEAP = "dev.headwater.launching.HEAP";
    /** How much memory outside the heap the process may use, where parameters and gradients live, in MiB. */
    public static final String OFF_HEAP = "dev.headwater.launching.OFF_HEAP";

    private TrainingAttributes() {
    }
}
