package dev.headwater.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** What the preference page says. */
final class Messages extends NLS {
    public static String HeadwaterPreferencePage_about;
    public static String HeadwaterPreferencePage_always;
    public static String HeadwaterPreferencePage_followNewest;
    public static String HeadwaterPreferencePage_heap;
    public static String HeadwaterPreferencePage_ignoreCoretype;
    public static String HeadwaterPreferencePage_memoryNote;
    public static String HeadwaterPreferencePage_never;
    public static String HeadwaterPreferencePage_offHeap;
    public static String HeadwaterPreferencePage_openInspector;
    public static String HeadwaterPreferencePage_perspective;
    public static String HeadwaterPreferencePage_prompt;

    static {
        NLS.initializeMessages("dev.headwater.ui.preferences.messages", Messages.class);
    }

    private Messages() {
    }
}
