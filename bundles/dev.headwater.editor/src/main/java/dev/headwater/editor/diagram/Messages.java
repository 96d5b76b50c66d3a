package dev.headwater.editor.diagram;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    static String Add_label;
    static String Arrange;
    static String Arrange_label;
    static String Broken_link;
    static String Broken_link_line;
    static String Broken_reason;
    static String Broken_title;
    static String Copy;
    static String Cut;
    static String Cut_one_label;
    static String Cut_several_label;
    static String Delete;
    static String Delete_one_label;
    static String Delete_several_label;
    static String Disconnect_label;
    static String Duplicate;
    static String Duplicate_label;
    static String Family_activation;
    static String Family_block;
    static String Family_dense;
    static String Family_input;
    static String Family_join;
    static String Family_other;
    static String Family_shape;
    static String Move_label;
    static String Move_several_label;
    static String Page_name;
    static String Palette_connect;
    static String Palette_connect_about;
    static String Palette_marquee;
    static String Palette_select;
    static String Palette_tools;
    static String Paste;
    static String Paste_one_label;
    static String Paste_several_label;
    static String Redo;
    static String Rename;
    static String Rename_label;
    static String Rename_message;
    static String Rename_title;
    static String Rename_wrong;
    static String SelectAll;
    static String Undo;
    static String Zoom;
    static String Zoom_fit;
    static String Zoom_full;
    static String Zoom_in;
    static String Zoom_out;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
