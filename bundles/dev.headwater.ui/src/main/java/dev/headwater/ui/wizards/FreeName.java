package dev.headwater.ui.wizards;

import java.util.function.Predicate;

/** Proposes names that are not taken yet: {@code network}, {@code network2}, {@code network3} and so on. */
final class FreeName {
    private FreeName() {
    }

    /**
     * The first free name.
     *
     * @param stem what it begins with
     * @param end what it ends with, such as {@code .headwater}; may be empty
     * @param taken whether a whole name is in use
     */
    static String of(String stem, String end, Predicate<String> taken) {
        String name = stem + end;
        for (int i = 2; taken.test(name); i++) {
            name = stem + i + end;
        }
        return name;
    }
}
