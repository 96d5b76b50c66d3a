package dev.headwater.editor.parts;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Add_label;
    public static String Connect_label;
    public static String Move_label;
    public static String Move_several_label;
    public static String Network_name;
    public static String Reconnect_label;
    public static String Wire_name;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
