package dev.headwater.editor.problems;

import org.eclipse.osgi.util.NLS;

/** The texts about problems. */
final class Messages extends NLS {
    public static String checking;
    public static String fileMissing;
    public static String fileIsFolder;
    public static String fileUnreadable;
    public static String locationFile;
    public static String locationLine;
    public static String locationNode;
    public static String locationNodeLine;

    static {
        NLS.initializeMessages("dev.headwater.editor.problems.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
