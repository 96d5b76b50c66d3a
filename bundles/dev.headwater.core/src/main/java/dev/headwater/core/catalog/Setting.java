package dev.headwater.core.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a record component as a setting: what it means, its default and its range. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** One sentence for tooltips and the catalog, with the unit where there is one. */
    String about();

    /** The default as it would stand in a file, JSON or a bare word; empty if the setting must be given. */
    String byDefault() default "";

    /** Whether the setting may be left out without having a default; the component is then {@code null}. */
    boolean optional() default false;

    /** The smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is excluded. */
    boolean minExclusive() default false;

    /** Whether {@link #max} itself is excluded. */
    boolean maxExclusive() default false;
}
