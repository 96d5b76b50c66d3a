package dev.headwater.editor.diagram;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Add;
    public static String Add_label;
    public static String Arrange;
    public static String Arrange_label;
    public static String Broken_link;
    public static String Broken_link_line;
    public static String Broken_reason;
    public static String Broken_title;
    public static String Copy;
    public static String Cut;
    public static String Cut_one_label;
    public static String Cut_several_label;
    public static String Delete;
    public static String Delete_one_label;
    public static String Delete_several_label;
    public static String Disconnect_label;
    public static String Duplicate;
    public static String Duplicate_label;
    public static String Family_activation;
    public static String Family_attention;
    public static String Family_block;
    public static String Family_convolution;
    public static String Family_dense;
    public static String Family_input;
    public static String Family_join;
    public static String Family_normalization;
    public static String Family_other;
    public static String Family_recurrent;
    public static String Family_regularization;
    public static String Family_shape;
    public static String Move_label;
    public static String Move_several_label;
    public static String Page_name;
    public static String Palette_connect;
    public static String Palette_connect_about;
    public static String Palette_marquee;
    public static String Palette_select;
    public static String Palette_tools;
    public static String Paste;
    public static String Paste_one_label;
    public static String Paste_several_label;
    public static String Redo;
    public static String Rename;
    public static String Rename_label;
    public static String Rename_message;
    public static String Rename_title;
    public static String Rename_wrong;
    public static String SelectAll;
    public static String Undo;
    public static String Zoom;
    public static String Zoom_fit;
    public static String Zoom_full;
    public static String Zoom_in;
    public static String Zoom_out;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
