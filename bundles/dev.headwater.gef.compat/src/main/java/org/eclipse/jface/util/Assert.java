package org.eclipse.jface.util;

/**
 * The assertions that GEF 3.2 calls. JFace had a class of this name until it moved to {@code org.eclipse.core.runtime};
 * GEF finds this one because the fragment's classes are its own.
 */
public final class Assert {
    private Assert() {
    }

    /**
     * Makes sure that an argument is legal.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static boolean isLegal(boolean expression) {
        return isLegal(expression, "");
    }

    /**
     * Makes sure that an argument is legal.
     *
     * @throws IllegalArgumentException if it is not, with the message
     */
    public static boolean isLegal(boolean expression, String message) {
        return org.eclipse.core.runtime.Assert.isLegal(expression, message);
    }

    /**
     * Makes sure that there is an object.
     *
     * @throws RuntimeException if there is none
     */
    public static void isNotNull(Object object) {
        isNotNull(object, "");
    }

    /**
     * Makes sure that there is an object.
     *
     * @throws RuntimeException if there is none, with the message
     */
    public static void isNotNull(Object object, String message) {
        org.eclipse.core.runtime.Assert.isNotNull(object, message);
    }

    /**
     * Makes sure that something holds.
     *
     * @throws RuntimeException if it does not
     */
    public static boolean isTrue(boolean expression) {
        return isTrue(expression, "");
    }

    /**
     * Makes sure that something holds.
     *
     * @throws RuntimeException if it does not, with the message
     */
    public static boolean isTrue(boolean expression, String message) {
        return org.eclipse.core.runtime.Assert.isTrue(expression, message);
    }
}
