package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Table;
import java.util.List;

/** What a person, or a script, is told of a reproduction. */
public final class Report {
    private Report() {
    }

    /** The table of the findings. */
    public static List<String> table(List<Finding> findings) {
        Table table = new Table().left("figure").left("paper").right("published").right("ours").right("min").right("max")
                .right("seeds").right("time").left("allowed").left("within");
        for (Finding finding : findings) {
            Claim claim = finding.claim();
            if (finding.needs() == null) {
                Boolean within = finding.within();
                table.row(claim.what(), claim.paper(), claim.published(), number(finding.median()), number(finding
                        .min()), number(finding.max()), Integer.toString(finding.values().length), Numbers.real(finding
                                .seconds()) + " s", claim.judge().allowed(),
                        within == null ? "too few seeds" : within ? "yes" : "NO");
            } else {
                table.row(claim.what(), claim.paper(), claim.published(), "-", "-", "-", "0", "-", claim.judge()
                        .allowed(), "needs " + finding.needs());
            }
        }
        return table.lines(0);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "none" : Numbers.real(value);
    }

    /** The object of a reproduction. */
    public static Json.Obj json(Reproduction reproduction, List<Finding> findings) {
        return Json.object().put("reproduction", reproduction.name()).put("about", reproduction.about())
                .put("good", findings.stream().allMatch(Finding::good))
                .put("figures", Json.array(findings.stream().map(Finding::toJson).toList())).build();
    }
}
