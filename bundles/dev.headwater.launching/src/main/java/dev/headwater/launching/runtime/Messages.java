package dev.headwater.launching.runtime;

import org.eclipse.osgi.util.NLS;

/** What is said about Java runtimes. */
final class Messages extends NLS {
    public static String JavaRuntimes_none;
    public static String JavaRuntimes_noRuntime;
    public static String JavaRuntimes_tooOld;

    static {
        NLS.initializeMessages("dev.headwater.launching.runtime.messages", Messages.class);
    }

    private Messages() {
    }
}
