package dev.headwater.launching.process;

import org.eclipse.osgi.util.NLS;

/** What is said about the process of a training. */
final class Messages extends NLS {
    static String ChildProgress_epoch;
    static String Ending_accuracy;
    static String Ending_crashed;
    static String Ending_cutOff;
    static String Ending_failed;
    static String Ending_failedSilently;
    static String Ending_finished;
    static String Ending_finishedUnscored;
    static String Ending_finishedValidated;
    static String Ending_killed;
    static String Ending_noReport;
    static String Ending_report;
    static String Ending_step;
    static String Ending_steps;
    static String Ending_stopped;
    static String Ending_stoppedAtOnce;
    static String Killing_name;
    static String RunRefresh_name;
    static String TrainerClassPath_gone;
    static String TrainerClassPath_noEntry;
    static String TrainerClassPath_noTrainer;
    static String TrainerClassPath_separator;
    static String TrainingJob_ended;
    static String TrainingJob_name;
    static String TrainingJob_starting;
    static String TrainingJob_stopping;
    static String TrainingProcess_ended;
    static String TrainingProcess_running;
    static String TrainingProcess_stopping;

    static {
        NLS.initializeMessages("dev.headwater.launching.process.messages", Messages.class);
    }

    private Messages() {
    }
}
