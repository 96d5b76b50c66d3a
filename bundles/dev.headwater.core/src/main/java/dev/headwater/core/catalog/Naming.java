package dev.headwater.core.catalog;

import java.util.Locale;

/** How a class name becomes the name of a catalog entry. */
public enum Naming {
    /** As the class is called: {@code Dense}. */
    CLASS_NAME {
        @Override
        public String nameOf(Class<?> type) {
            return type.getSimpleName();
        }
    },
    /** Lower case with hyphens: {@code LeakyRelu} becomes {@code leaky-relu}. */
    HYPHENS {
        @Override
        public String nameOf(Class<?> type) {
            return hyphens(type.getSimpleName());
        }
    };

    /** The name of this class, unless {@link Named#value} says another. */
    public abstract String nameOf(Class<?> type);

    static String hyphens(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A constant of a Java enum as it stands in a file: {@code SAME_SIZE} is {@code same-size}. */
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
