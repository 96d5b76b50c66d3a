package dev.headwater.ui.tests.robot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test in which editor or view open for the first time in the life of a JVM. What blocks the display's thread
 * then is mostly code that runs once, cold: the platform's text editor, GEF's palette, the chart. It is printed, and
 * does not fail the test.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FirstOpening {
}
