package dev.headwater.trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand, which shows what there is. */
@Command(name = "headwater", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = {
        "Trains neural networks and shows the gradient of every layer at every step.",
        ""}, commandListHeading = "%nCommands:%n", footer = {"",
                "Every command explains itself with --help and prints one JSON object with --json.",
                "Exit codes: 0 done, 1 the job failed, 2 wrong use or unreadable input, 3 internal error,",
                "130 stopped with Ctrl+C."})
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
