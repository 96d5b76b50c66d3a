package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Table;
import dev.headwater.trainer.text.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** What a person, or a script, is told of a reproduction. */
public final class Report {
    private Report() {
    }

    /** The table of the findings, and below it what is to be said of those that did not come out. */
    public static List<String> table(List<Finding> findings) {
        Table table = new Table().left("figure").left("paper").right("published").right("ours").left("min to max")
                .right(
                        "seeds").right("time").left("within");
        List<String> remarks = new ArrayList<>();
        for (Finding finding : findings) {
            Claim claim = finding.claim();
            if (finding.needs() != null) {
                table.row(claim.what(), claim.paper(), claim.published(), "-", "-", "0", "-", "not run");
                remarks.add(claim.what() + ": needs " + finding.needs());
                continue;
            }
            Boolean within = finding.within();
            table.row(claim.what(), claim.paper(), claim.published(), number(finding.median()), number(finding.min())
                    + " to " + number(finding.max()), Integer.toString(finding.values().length), Numbers.real(finding
                            .seconds()) + " s",
                    within == null ? "too few seeds" : within ? "yes" : "NO");
            if (!Boolean.TRUE.equals(within)) {
                remarks.add(claim.what() + ": allowed is " + claim.judge().allowed());
            }
        }
        List<String> lines = new ArrayList<>(table.lines(0));
        remarks.forEach(remark -> lines.addAll(Wrapped.lines(remark, 0)));
        return lines;
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
