package dev.headwater.core.remedy;

import dev.headwater.core.json.Json;
import dev.headwater.core.remedy.Description.Evidence;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page about all remedies, in Markdown: their texts, and published figures beside those measured here. */
public final class RemedyPage {
    private final Json.Obj results;
    private final StringBuilder page = new StringBuilder();

    private RemedyPage(Json.Obj results) {
        this.results = results;
    }

    /**
     * The page.
     *
     * @param results by the name of the reproduction, what it found; empty if nothing was measured
     */
    public static String of(Json.Obj results) {
        return new RemedyPage(results).write();
    }

    private String write() {
        page.append("# Remedies for vanishing, exploding and dying gradients\n\nThis page is made by `headwater catalog"
                + " --remedies`; do not edit it. Figures are medians over seeds, with the smallest and the largest, and are"
                + " made again by `headwater reproduce NAME`.\n");
        Remedies.FAMILIES.forEach((title, family) -> {
            page.append("\n## ").append(title).append('\n');
            family.forEach(this::remedy);
        });
        return page.toString();
    }

    private void remedy(Description remedy) {
        page.append("\n### ").append(remedy.title()).append("\n\n`").append(remedy.formula()).append("`\n\n");
        page.append("- **Paper**: ").append(remedy.paper()).append(".\n");
        page.append("- **Helps**: ").append(remedy.helps()).append('\n');
        page.append("- **Fails**: ").append(remedy.fails()).append('\n');
        if (!remedy.evidence().isEmpty()) {
            page.append("\n| `reproduce` | figure | published | ours |\n|---|---|---|---|\n");
            page.append(remedy.evidence().stream().map(this::row).collect(Collectors.joining()));
        }
    }

    private String row(Evidence evidence) {
        Json.Obj found = figure(evidence);
        String published = found == null ? "" : found.text("published", "");
        return "| `" + evidence.reproduction() + "` | " + cell(evidence.figure()) + " | " + cell(published) + " | "
                + (found == null ? "not measured yet" : ours(found)) + " |\n";
    }

    private Json.Obj figure(Evidence evidence) {
        if (results.object(evidence.reproduction()).get("figures") instanceof Json.Arr figures) {
            for (Json item : figures.items()) {
                if (item instanceof Json.Obj figure && figure.text("what", "").equals(evidence.figure())) {
                    return figure;
                }
            }
        }
        return null;
    }

    private static String ours(Json.Obj figure) {
        int seeds = (int) figure.number("seeds", 0);
        if (seeds == 0) {
            return "not measured yet";
        }
        String median = number(figure, "median");
        String range = seeds == 1 ? " (one seed)" : " (" + number(figure, "min") + " to " + number(figure, "max") + ", "
                + seeds + " seeds)";
        boolean outside = figure.get("within") instanceof Json.Bool within && !within.equals(Json.of(true));
        return median + range + (outside ? ", outside of what is allowed: " + cell(figure.text("allowed", "")) : "");
    }

    /** Three significant digits; "none" where a success did not come. */
    private static String number(Json.Obj figure, String name) {
        double value = figure.number(name, Double.NaN);
        if (Double.isNaN(value)) {
            return "none";
        }
        double size = Math.abs(value);
        return size >= 1000 ? String.format(Locale.ROOT, "%,.0f", value)
                : size > 0 && size < 1e-2 ? String.format(Locale.ROOT, "%.2e", value)
                        : String.format(Locale.ROOT, size < 10 ? "%.3f" : "%.1f", value);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
