package dev.headwater.editor.figures;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Words_block;
    public static String Words_error;
    public static String Words_output;
    public static String Words_parameters;
    public static String Words_units;
    public static String Words_warning;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
