package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.DisplayLoad;
import dev.headwater.ui.tests.robot.FreezeLog;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;

/** What the installation brought is there, and none of it is loaded before it is used. */
@ExtendWith(AtTheWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledTest {
    private final Robot robot = new Robot();

    @Test
    @Order(1)
    void nothingOfOursIsLoadedBeforeItIsUsed() {
        List<String> active = new ArrayList<>();
        Bundle tests = Platform.getBundle("dev.headwater.ui.tests");
        for (Bundle bundle : tests.getBundleContext().getBundles()) {
            String name = bundle.getSymbolicName();
            // The tests themselves are at work, and core's classes are theirs.
            if (name.startsWith("dev.headwater.") && bundle.getState() == Bundle.ACTIVE && !bundle.equals(tests)
                    && bundle.getHeaders().get("Bundle-ActivationPolicy") != null) {
                active.add(name);
            }
        }
        assertEquals(List.of(), active);
    }

    @Test
    @Order(2)
    void editorViewPerspectiveWizardsLaunchTypeAndPreferencesAreThere() {
        robot.picture("first-start");
        robot.arrange(() -> {
            var workbench = PlatformUI.getWorkbench();
            assertNotNull(workbench.getEditorRegistry().findEditor("dev.headwater.editor.network"), "editor");
            assertEquals("dev.headwater.editor.network",
                    workbench.getEditorRegistry().getDefaultEditor("x.headwater").getId(), "default editor");
            assertNotNull(workbench.getViewRegistry().find("dev.headwater.ui.inspector"), "view");
            assertNotNull(workbench.getPerspectiveRegistry().findPerspectiveWithId("dev.headwater.ui.perspective"),
                    "perspective");
            assertNotNull(workbench.getNewWizardRegistry().findWizard("dev.headwater.ui.newNetwork"), "new network");
            assertNotNull(workbench.getNewWizardRegistry().findWizard("dev.headwater.ui.newExample"), "new example");
            assertTrue(Workbench.hasPreferencePage("dev.headwater.ui.preferences"), "preference page");
        });
        assertNotNull(DebugPlugin.getDefault().getLaunchManager()
                .getLaunchConfigurationType("dev.headwater.launching.train"), "launch type");
    }

    /** Otherwise no test could ever fail for a blocked thread. */
    @Test
    @Order(3)
    void aBlockedThreadIsNoticed() {
        int before = FreezeLog.heard();
        robot.arrange(() -> Thread.sleep(600));
        robot.until("a report of the blocked thread", () -> FreezeLog.heard() > before);
    }

    /** Otherwise what we compute would pass for the machine's doing, or the other way round. */
    @Test
    @Order(4)
    void computingIsToldFromStandingStill() {
        DisplayLoad load = DisplayLoad.of(robot.see(Display::getCurrent));
        long[] times = new long[3];
        robot.arrange(() -> { // on the display's thread, so that nothing else of it is counted
            times[0] = System.currentTimeMillis();
            Thread.sleep(600);
            times[1] = System.currentTimeMillis();
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + 300_000_000;
            while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
            times[2] = System.currentTimeMillis();
        });
        assertTrue(load.between(times[0], times[1]) < 300, "asleep");
        assertTrue(load.between(times[1], times[2]) >= 300, "at work");
    }
}
