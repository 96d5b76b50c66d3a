package dev.headwater.benchmarks;

import dev.headwater.trainer.BenchCommand;
import dev.headwater.trainer.text.Screen;

/**
 * The program {@code headwater} with the benchmarks. The script asks it first what has to be fetched, with the property
 * {@value #ASK}; it then checks the command line, prints names of profiles of the benchmarks' pom, one a line, and ends.
 */
public final class Main {
    private static final String ASK = "headwater.benchmarks.ask";

    private Main() {
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Screen screen = Screen.ofProcess();
        BenchCommand.Body body = Boolean.getBoolean(ASK) ? asked -> Choice.of(asked).printNeeds(screen.out())
                : asked -> new Bench(screen, asked).run();
        int code = dev.headwater.trainer.Main.run(args, screen, new BenchCommand(body));
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }
}
