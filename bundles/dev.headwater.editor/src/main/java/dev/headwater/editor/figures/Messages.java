package dev.headwater.editor.figures;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    static String Words_block;
    static String Words_error;
    static String Words_output;
    static String Words_parameters;
    static String Words_units;
    static String Words_warning;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
