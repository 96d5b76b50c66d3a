package dev.headwater.core.remedy;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a remedy.
 *
 * @param name as it is looked up: lower case with hyphens
 * @param title for people
 * @param formula in plain text
 * @param paper who proposed it, where
 * @param helps when it helps, and why
 * @param fails when it does not
 * @param evidence what was measured
 */
public record Description(String name, String title, String formula, String paper, String helps, String fails,
        List<Evidence> evidence) {
    /**
     * A figure that speaks for or against a remedy.
     *
     * @param reproduction its name on the command line
     * @param figure the figure's description there
     */
    public record Evidence(String reproduction, String figure) {
    }

    /** One with a copy of its list. */
    public Description {
        evidence = List.copyOf(evidence);
    }

    /** One about which nothing is measured yet. */
    Description(String name, String title, String formula, String paper, String helps, String fails) {
        this(name, title, formula, paper, helps, fails, List.of());
    }

    /** The same with one more figure. */
    Description shownBy(String reproduction, String figure) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(new Evidence(reproduction, figure));
        return new Description(name, title, formula, paper, helps, fails, more);
    }
}
