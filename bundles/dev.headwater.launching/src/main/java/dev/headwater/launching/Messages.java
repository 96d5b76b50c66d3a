package dev.headwater.launching;

import org.eclipse.osgi.util.NLS;

/** Why a training is not started. */
final class Messages extends NLS {
    public static String LaunchedNetwork_closed;
    public static String LaunchedNetwork_line;
    public static String LaunchedNetwork_missing;
    public static String LaunchedNetwork_more;
    public static String LaunchedNetwork_noData;
    public static String LaunchedNetwork_noProject;
    public static String LaunchedNetwork_node;
    public static String LaunchedNetwork_none;
    public static String LaunchedNetwork_remote;
    public static String LaunchedNetwork_unsound;
    public static String RunPlace_invalid;
    public static String RunPlace_noFolder;

    static {
        NLS.initializeMessages("dev.headwater.launching.messages", Messages.class);
    }

    private Messages() {
    }
}
