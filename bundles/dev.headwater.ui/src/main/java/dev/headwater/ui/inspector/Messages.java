package dev.headwater.ui.inspector;

import org.eclipse.osgi.util.NLS;

/** The texts of the Gradient Inspector. */
final class Messages extends NLS {
    public static String column_layer;
    public static String columnTip_layer;
    public static String column_kind;
    public static String columnTip_kind;
    public static String column_depth;
    public static String columnTip_depth;
    public static String column_l2;
    public static String columnTip_l2;
    public static String column_mean;
    public static String columnTip_mean;
    public static String column_std;
    public static String columnTip_std;
    public static String column_min;
    public static String columnTip_min;
    public static String column_max;
    public static String columnTip_max;
    public static String column_zeros;
    public static String columnTip_zeros;
    public static String column_nonFinite;
    public static String columnTip_nonFinite;
    public static String column_update;
    public static String columnTip_update;
    public static String column_outputGradient;
    public static String columnTip_outputGradient;
    public static String column_outputMean;
    public static String columnTip_outputMean;
    public static String column_outputStd;
    public static String columnTip_outputStd;
    public static String column_saturated;
    public static String columnTip_saturated;
    public static String column_dead;
    public static String columnTip_dead;
    public static String quantity_parameter;
    public static String quantity_output;
    public static String quantity_update;
    public static String status_running;
    public static String status_finished;
    public static String status_stopped;
    public static String status_failed;
    public static String status_interrupted;
    public static String status_unreadable;
    public static String header_step;
    public static String header_stepOnly;
    public static String header_loss;
    public static String header_validation;
    public static String header_metric;
    public static String header_damagedOne;
    public static String header_damaged;
    public static String empty_none;
    public static String empty_looking;
    public static String empty_waiting;
    public static String empty_opening;
    public static String empty_noSteps;
    public static String strip_noRows;
    public static String strip_name;
    public static String strip_axis;
    public static String strip_step;
    public static String strip_steps;
    public static String strip_tip;
    public static String strip_range;
    public static String strip_zero;
    public static String strip_someZero;
    public static String strip_notFinite;
    public static String strip_nothing;
    public static String legend_zero;
    public static String legend_notFinite;
    public static String table_name;
    public static String table_copy;
    public static String table_copyAll;
    public static String profile_name;
    public static String profile_depth;
    public static String profile_step;
    public static String profile_selected;
    public static String profile_zero;
    public static String action_run;
    public static String action_runTip;
    public static String action_allRuns;
    public static String action_noRuns;
    public static String action_follow;
    public static String action_followTip;
    public static String action_pin;
    public static String action_pinTip;
    public static String action_quantity;
    public static String action_quantityTip;
    public static String runs_title;
    public static String runs_message;
    public static String run_label;

    static {
        NLS.initializeMessages("dev.headwater.ui.inspector.messages", Messages.class);
    }

    private Messages() {
    }
}
