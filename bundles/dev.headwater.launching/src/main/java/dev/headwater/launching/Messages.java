package dev.headwater.launching;

import org.eclipse.osgi.util.NLS;

/** Why a training is not started. */
final class Messages extends NLS {
    static String LaunchedNetwork_closed;
    static String LaunchedNetwork_line;
    static String LaunchedNetwork_missing;
    static String LaunchedNetwork_more;
    static String LaunchedNetwork_noData;
    static String LaunchedNetwork_noProject;
    static String LaunchedNetwork_node;
    static String LaunchedNetwork_none;
    static String LaunchedNetwork_remote;
    static String LaunchedNetwork_unsound;
    static String RunPlace_invalid;
    static String RunPlace_noFolder;

    static {
        NLS.initializeMessages("dev.headwater.launching.messages", Messages.class);
    }

    private Messages() {
    }
}
