package dev.headwater.trainer;

import dev.headwater.trainer.input.Failure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in the list of commands; the script that starts this process opens the IDE by itself and never gets here. */
@Command(name = "ide", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Opens an Eclipse with Headwater installed, the examples project and the Headwater perspective.", ""})
final class IdeCommand implements Callable<Integer> {
    @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace (default: headwater-workspace in your home folder).")
    private Path workspace;

    @Override
    public Integer call() throws Failure {
        throw Failure.input("the IDE" + (workspace == null ? "" : " on " + workspace)
                + " is opened by the script ./headwater of a checkout; an Eclipse with Headwater installed needs no"
                + " command");
    }
}
