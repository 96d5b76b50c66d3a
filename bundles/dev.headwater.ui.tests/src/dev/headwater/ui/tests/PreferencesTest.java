package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.headwater.launching.LaunchingPreferences;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set once for all trainings. */
@ExtendWith(AtTheWorkbench.class)
class PreferencesTest {
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private static boolean ignored() {
        return Platform.getPreferencesService().getBoolean(LaunchingPreferences.NODE,
                LaunchingPreferences.IGNORE_CORETYPE, false, null);
    }

    @Test
    @FirstOpening
    void aForcedKernelCanBeIgnored() {
        assertFalse(ignored());
        change(false, "preferences");
        robot.until("the choice is kept", PreferencesTest::ignored);
        change(true, "preferences-again");
        robot.until("the choice is taken back", () -> !ignored());
    }

    private void change(boolean was, String picture) {
        robot.display().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(workbench.window().getShell(),
                "dev.headwater.ui.preferences", null, null).open());
        Shell dialog = workbench.dialog("Preferences");
        Button ignore = workbench.find(dialog, Button.class, each -> each.getText().contains("OPENBLAS_CORETYPE"));
        assertEquals(was, robot.see(ignore::getSelection));
        robot.click(ignore);
        robot.until("the box has changed", () -> ignore.getSelection() != was);
        robot.picture(picture);
        workbench.push(dialog, "Apply and Close");
        workbench.gone("Preferences");
    }
}
