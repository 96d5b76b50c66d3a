package dev.headwater.trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about weights as files. */
@Command(name = "weights", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = {
        "Writes the weights of a run for other tools. To begin a training with weights from a file, see train --weights.",
        ""}, commandListHeading = "%nCommands:%n")
final class WeightsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
