package dev.headwater.ui.tests.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** A test in the workbench: it fails too where our code blocked the display's thread, and leaves a picture if it fails. */
public final class AtTheWorkbench
        implements
            BeforeAllCallback,
            BeforeEachCallback,
            AfterEachCallback,
            TestExecutionExceptionHandler {
    @Override
    public void beforeAll(ExtensionContext context) {
        new Workbench(new Robot()).ready();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FreezeLog.take();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> freezes = FreezeLog.take();
        freezes.forEach(System.out::println);
        if (!context.getRequiredTestMethod().isAnnotationPresent(FirstOpening.class)) {
            assertEquals(List.of(), freezes, "the display's thread was blocked");
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        new Robot().picture("failed-" + context.getRequiredTestMethod().getName());
        throw failure;
    }
}
