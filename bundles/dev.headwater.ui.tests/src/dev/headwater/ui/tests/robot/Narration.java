package dev.headwater.ui.tests.robot;

import java.io.PrintWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says on the console what the robot is doing and how long it took. */
final class Narration implements TestExecutionListener {
    private final PrintWriter out;
    private long began;

    Narration(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            began = System.nanoTime();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            out.printf("robot: %-10s %5.1f s  %s%n", result.getStatus(), (System.nanoTime() - began) / 1e9, test
                    .getDisplayName());
            out.flush();
        }
    }
}
