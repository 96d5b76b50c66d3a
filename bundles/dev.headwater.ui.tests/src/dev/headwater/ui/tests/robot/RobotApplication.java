package dev.headwater.ui.tests.robot;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.testing.ITestHarness;
import org.eclipse.ui.testing.TestableObject;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/**
 * Starts the ordinary workbench and runs tests in it, on a thread of their own so that the workbench lives as it does
 * for a person. Which ones says the property {@code headwater.robot.tests}, class names with commas between; where the
 * reports go, {@code headwater.robot.reports}.
 */
public final class RobotApplication implements IApplication {
    private static final String WORKBENCH = "org.eclipse.ui.ide.workbench";
    private IApplication workbench;
    private volatile boolean passed;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        TestableObject testable = PlatformUI.getTestableObject();
        testable.setTestHarness(harness(testable));
        workbench = ide();
        Object result = workbench.start(context);
        // Whoever started this reads the exit code; anything but 0 is a failure.
        return passed ? result : Integer.valueOf(1);
    }

    @Override
    public void stop() {
        if (workbench != null) {
            workbench.stop();
        }
    }

    private static IApplication ide() throws CoreException {
        IExtension extension = Platform.getExtensionRegistry().getExtension("org.eclipse.core.runtime", "applications",
                WORKBENCH);
        return (IApplication) extension.getConfigurationElements()[0].getChildren("run")[0]
                .createExecutableExtension("class");
    }

    private ITestHarness harness(TestableObject testable) {
        return () -> {
            testable.testingStarting();
            try {
                passed = run();
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
            } finally {
                // Closed as a person would.
                Display display = PlatformUI.getWorkbench().getDisplay();
                display.syncExec(() -> PlatformUI.getWorkbench().close());
            }
        };
    }

    private static boolean run() {
        List<String> names = Arrays.asList(System.getProperty("headwater.robot.tests", "").split(","));
        Path reports = Path.of(System.getProperty("headwater.robot.reports", "target/robot"));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(names.stream().map(DiscoverySelectors::selectClass).toList()).build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
            // The tests' class loader is this bundle's, whatever the thread's is.
            Thread.currentThread().setContextClassLoader(RobotApplication.class.getClassLoader());
            LauncherConfig config = LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false).enableLauncherSessionListenerAutoRegistration(
                            false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false).addTestEngines(new JupiterTestEngine())
                    .build();
            LauncherFactory.create(config).execute(request, summary, new LegacyXmlReportGeneratingListener(reports,
                    out), new Narration(out));
            summary.getSummary().printFailuresTo(out, 30);
            out.flush();
        }
        return summary.getSummary().getTotalFailureCount() == 0 && summary.getSummary().getTestsFoundCount() > 0;
    }
}
