package dev.headwater.core.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a catalog entry in files where it is not derived from the class name, and one sentence about it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {
    /** The name that is written; empty to derive it from the class name. */
    String value() default "";

    /** Further names that are read, such as {@code mse} for {@code mean-squared-error}. */
    String[] aliases() default {};

    /** What the entry is, with its formula, in one sentence. */
    String about();
}
