package dev.headwater.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of the launch tabs and the shortcut. */
final class Messages extends NLS {
    public static String Choosing_folder;
    public static String Choosing_network;
    public static String Choosing_networkMessage;
    public static String MainTab_choose;
    public static String MainTab_defaultFolder;
    public static String MainTab_example;
    public static String MainTab_name;
    public static String MainTab_network;
    public static String MainTab_noFile;
    public static String MainTab_overrides;
    public static String MainTab_runFolder;
    public static String RuntimeTab_choose;
    public static String RuntimeTab_found;
    public static String RuntimeTab_heap;
    public static String RuntimeTab_heapHint;
    public static String RuntimeTab_java;
    public static String RuntimeTab_looking;
    public static String RuntimeTab_memory;
    public static String RuntimeTab_name;
    public static String RuntimeTab_noneFound;
    public static String RuntimeTab_offHeap;
    public static String RuntimeTab_offHeapHint;
    public static String RuntimeTab_prompt;
    public static String RuntimeTab_version;
    public static String Tabs_browse;
    public static String TrainShortcut_noNetwork;
    public static String TrainShortcut_several;
    public static String TrainShortcut_title;

    static {
        NLS.initializeMessages("dev.headwater.ui.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
