package dev.headwater.editor.parts;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    static String Add_label;
    static String Connect_label;
    static String Move_label;
    static String Move_several_label;
    static String Network_name;
    static String Reconnect_label;
    static String Wire_name;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
