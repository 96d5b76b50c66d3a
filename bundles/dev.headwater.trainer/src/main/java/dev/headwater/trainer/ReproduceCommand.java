package dev.headwater.trainer;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.engine.Backend;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.json.Quoted;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.reproduction.Claim;
import dev.headwater.trainer.reproduction.Finding;
import dev.headwater.trainer.reproduction.Needs;
import dev.headwater.trainer.reproduction.Report;
import dev.headwater.trainer.reproduction.Reproduction;
import dev.headwater.trainer.reproduction.Reproductions;
import dev.headwater.trainer.reproduction.SavedFindings;
import dev.headwater.trainer.reproduction.Scope;
import dev.headwater.trainer.reproduction.Trials;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.text.Table;
import dev.headwater.trainer.training.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes published results once more, and compares. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Makes published results once more, over several seeds, and says whether they come out. Without"
                + " NAME it lists them. Exit code 1 if a figure is outside of its tolerance or could not be measured.",
        ""})
final class ReproduceCommand implements Callable<Integer> {
    private final Screen screen;
    private final Stop stop;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "What to reproduce, such as circle.")
    private String name;

    @Option(names = "--seeds", paramLabel = "N", description = "Over how many seeds, from 1 on (default: as the list says).")
    private Integer seeds;

    @Option(names = "--first-seed", paramLabel = "N", defaultValue = "1", description = "The first of the seeds; the others follow it (default: 1).")
    private long firstSeed;

    @Option(names = "--only", paramLabel = "WORDS", description = "Only the figures whose description has these words.")
    private String only;

    @Option(names = "--quick", description = "Only as much as a test has time for.")
    private boolean quick;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder with data files: the IDX files of MNIST, circle.csv.")
    private Path data;

    @Option(names = "--save", paramLabel = "FILE", description = "Put the figures into this JSON file, in the place of what it had of them.")
    private Path save;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ReproduceCommand(Screen screen, Stop stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() throws Failure, IOException {
        if (seeds != null && seeds < 1) {
            throw Failure.input("--seeds must be at least 1, was " + seeds);
        }
        if (name == null) {
            list();
            return 0;
        }
        Reproduction chosen = chosen();
        Backend.start(notice -> screen.err().println("headwater: " + notice));
        try (Ending ending = new Ending(stop, false); Trials trials = new Trials(stop, Version.text())) {
            List<Finding> findings = new ArrayList<>();
            for (Claim claim : claims(chosen)) {
                findings.add(measure(chosen, claim, trials));
            }
            if (json) {
                screen.out().println(JsonWriter.writeCompact(Report.json(chosen, findings)));
            } else {
                Report.table(findings).forEach(screen.out()::println);
            }
            if (save != null) {
                SavedFindings.put(save, name, Report.json(chosen, findings.stream().filter(one -> one.needs() == null)
                        .toList()));
            }
            return findings.stream().allMatch(Finding::good) ? 0 : Failure.JOB;
        }
    }

    private void list() {
        if (json) {
            screen.out().println(JsonWriter.writeCompact(Json.object().put("reproductions", Json.array(Reproductions.ALL
                    .stream().map(one -> Json.object().put("name", one.name()).put("about", one.about()).put("seeds",
                            one
                                    .seeds()).build())
                    .toList())).build()));
            return;
        }
        Table table = new Table().left("name").right("seeds").left("what is tried");
        Reproductions.ALL.forEach(one -> table.row(one.name(), Integer.toString(one.seeds()), one.about()));
        table.lines(0).forEach(screen.out()::println);
    }

    private Reproduction chosen() throws Failure {
        for (Reproduction one : Reproductions.ALL) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw Failure.input("there is no reproduction " + Quoted.text(name) + Nearest.advice(name, Reproductions.ALL
                .stream().map(Reproduction::name).toList()));
    }

    private List<Claim> claims(Reproduction chosen) throws Failure {
        List<Claim> all = chosen.claims(new Scope(quick, data));
        List<Claim> claims = only == null ? all : all.stream().filter(claim -> claim.what().contains(only)).toList();
        if (claims.isEmpty()) {
            throw Failure.input(name + " has no figure " + Quoted.text(only) + "; it has "
                    + String.join("; ", all.stream().map(Claim::what).toList()));
        }
        return claims;
    }

    private Finding measure(Reproduction chosen, Claim claim, Trials trials) throws Failure, IOException {
        double[] values = new double[seeds == null ? quick ? 1 : chosen.seeds() : seeds];
        long began = System.nanoTime();
        for (int i = 0; i < values.length; i++) {
            long started = System.nanoTime();
            try {
                values[i] = claim.measure().of(trials, firstSeed + i);
            } catch (Needs e) {
                return new Finding(claim, new double[0], 0, e.getMessage());
            } catch (Failure | IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                trials.clear();
            }
            if (!quiet && !json) {
                screen.err().println("headwater: " + claim.what() + ", seed " + (i + 1) + " of " + values.length + ": "
                        + (Double.isNaN(values[i]) ? "none" : Numbers.real(values[i])) + " (" + Numbers.real((System
                                .nanoTime() - started) / 1e9) + " s)");
            }
        }
        return new Finding(claim, values, (System.nanoTime() - began) / 1e9, null);
    }
}
