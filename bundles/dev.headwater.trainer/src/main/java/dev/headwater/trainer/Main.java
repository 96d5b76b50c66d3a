package dev.headwater.trainer;

import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.training.Stop;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The program {@code headwater}. */
public final class Main {
    private Main() {
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Stop stop = new Stop();
        int code = run(args, Screen.ofProcess(), stop);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /** Runs a command that prints to these streams and returns its exit code; never ends the process. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, Screen.of(out, err), new Stop());
    }

    /** As {@link #run(String[], PrintStream, PrintStream)}, with a say in what the screen shows and when it stops. */
    static int run(String[] args, Screen screen, Stop stop) {
        return commands(screen, stop, new BenchCommand()).execute(args);
    }

    /** Runs a command on this screen where the benchmarks are at hand, and returns its exit code. */
    public static int run(String[] args, Screen screen, BenchCommand bench) {
        return commands(screen, new Stop(), bench).execute(args);
    }

    private static CommandLine commands(Screen screen, Stop stop, BenchCommand bench) {
        CommandLine commands = new CommandLine(new RootCommand());
        commands.addSubcommand("train", new TrainCommand(screen, stop));
        commands.addSubcommand("inspect", new InspectCommand(screen));
        commands.addSubcommand("check", new CheckCommand(screen));
        commands.addSubcommand("catalog", new CatalogCommand(screen));
        commands.addSubcommand("reproduce", new ReproduceCommand(screen, stop));
        commands.addSubcommand("weights", new CommandLine(new WeightsCommand()).addSubcommand("export",
                new WeightsExportCommand(screen)));
        commands.addSubcommand("bench", bench);
        commands.addSubcommand("ide", new IdeCommand());
        commands.addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
        ErrorReport errors = new ErrorReport(screen);
        commands.setOut(new PrintWriter(screen.out(), true));
        commands.setErr(new PrintWriter(screen.err(), true));
        commands.setParameterExceptionHandler(errors);
        commands.setExecutionExceptionHandler(errors);
        commands.setUsageHelpWidth(Screen.WIDTH);
        commands.setUsageHelpLongOptionsMaxWidth(30);
        commands.setExpandAtFiles(false);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        return commands;
    }
}
