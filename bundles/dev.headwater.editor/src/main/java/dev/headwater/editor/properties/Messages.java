package dev.headwater.editor.properties;

import org.eclipse.osgi.util.NLS;

/** The texts of the forms. */
final class Messages extends NLS {
    public static String canvasTitle;
    public static String change;
    public static String changeOfSeveral;
    public static String subjectData;
    public static String subjectLoss;
    public static String subjectRecipe;
    public static String labelColon;
    public static String tooltipDefault;
    public static String tooltipRange;
    public static String tooltipReference;
    public static String needed;
    public static String neededAlone;
    public static String restoreDefault;
    public static String severalValues;
    public static String restore;
    public static String nodeName;
    public static String nodeNameAbout;
    public static String nodeNameTaken;
    public static String nodeNameRule;
    public static String nodeNameEmpty;
    public static String rename;
    public static String kindLayer;
    public static String kindBlock;
    public static String unknownLayer;
    public static String blockOf;
    public static String reads;
    public static String readsNothing;
    public static String outputShape;
    public static String shapeUnknown;
    public static String parameters;
    public static String parametersUnknown;
    public static String noSettings;
    public static String repeat;
    public static String repeatAbout;
    public static String repeatOf;
    public static String repeatWrong;
    public static String addLoss;
    public static String addLossLabel;
    public static String removeLoss;
    public static String removeLossLabel;
    public static String recordingCost;
    public static String recordingCostAbout;
    public static String recordingCostNothing;
    public static String recordingCostUnknown;
    public static String noLosses;
    public static String sheetNode;
    public static String sheetSeveral;

    static {
        NLS.initializeMessages("dev.headwater.editor.properties.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
