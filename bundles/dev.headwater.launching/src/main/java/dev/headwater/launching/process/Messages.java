package dev.headwater.launching.process;

import org.eclipse.osgi.util.NLS;

/** What is said about the process of a training. */
final class Messages extends NLS {
    public static String ChildProgress_epoch;
    public static String Ending_accuracy;
    public static String Ending_crashed;
    public static String Ending_cutOff;
    public static String Ending_failed;
    public static String Ending_failedSilently;
    public static String Ending_finished;
    public static String Ending_finishedUnscored;
    public static String Ending_finishedValidated;
    public static String Ending_killed;
    public static String Ending_noReport;
    public static String Ending_report;
    public static String Ending_step;
    public static String Ending_steps;
    public static String Ending_stopped;
    public static String Ending_stoppedAtOnce;
    public static String Killing_name;
    public static String RunRefresh_name;
    public static String TrainerClassPath_gone;
    public static String TrainerClassPath_noEntry;
    public static String TrainerClassPath_noTrainer;
    public static String TrainerClassPath_separator;
    public static String TrainingJob_ended;
    public static String TrainingJob_name;
    public static String TrainingJob_starting;
    public static String TrainingJob_stopping;
    public static String TrainingProcess_ended;
    public static String TrainingProcess_running;
    public static String TrainingProcess_stopping;

    static {
        NLS.initializeMessages("dev.headwater.launching.process.messages", Messages.class);
    }

    private Messages() {
    }
}
