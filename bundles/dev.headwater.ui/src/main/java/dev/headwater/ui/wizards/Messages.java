package dev.headwater.ui.wizards;

import org.eclipse.osgi.util.NLS;

/** What the wizards say. */
final class Messages extends NLS {
    public static String ExamplePage_missing;
    public static String ExamplePage_prompt;
    public static String ExamplePage_title;
    public static String ExampleProject_copying;
    public static String ExampleProject_unreadable;
    public static String NetworkFilePage_name;
    public static String NetworkFilePage_noTemplate;
    public static String NetworkFilePage_prompt;
    public static String NetworkFilePage_stem;
    public static String NetworkFilePage_title;
    public static String NetworkTemplate_classifier;
    public static String NetworkTemplate_classifierAbout;
    public static String NetworkTemplate_empty;
    public static String NetworkTemplate_emptyAbout;
    public static String NetworkTemplate_residual;
    public static String NetworkTemplate_residualAbout;
    public static String NetworkTemplate_spirals;
    public static String NetworkTemplate_spiralsAbout;
    public static String NewExampleWizard_failed;
    public static String NewExampleWizard_title;
    public static String NewNetworkWizard_title;
    public static String TemplatePage_prompt;
    public static String TemplatePage_templates;
    public static String TemplatePage_title;

    static {
        NLS.initializeMessages("dev.headwater.ui.wizards.messages", Messages.class);
    }

    private Messages() {
    }
}
