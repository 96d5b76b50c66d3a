package dev.headwater.trainer;

import dev.headwater.core.engine.BackendException;
import dev.headwater.core.layer.UnusableInput;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Screen;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** Says in one message why a command ended, as text or as JSON, and gives its exit code. No stack trace is shown. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Screen screen;

    ErrorReport(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = e.getMessage().replaceAll("\\s*\\R\\s*", " ");
        List<String> similar = e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched
                .getSuggestions()
                : List.of();
        String advice = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        return report(Failure.input(message + advice + " (see " + command + " --help)"), List.of(args));
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return report(failure(e, parsed), parsed.originalArgs());
    }

    /** Asked of the words themselves: where these could not be understood there is no command to ask. */
    private static boolean wantsJson(List<String> args) {
        int format = args.indexOf("--format");
        return args.contains("--json") || args.contains("--format=json")
                || format >= 0 && format + 1 < args.size() && args.get(format + 1).equals("json");
    }

    private static Failure failure(Exception e, ParseResult parsed) {
        if (e instanceof Failure failure) {
            return failure;
        }
        if (e instanceof IOException io) {
            return Failure.of(io);
        }
        if (e instanceof UnusableInput unusable) {
            return Failure.input(unusable.getMessage());
        }
        if (e instanceof BackendException backend) {
            return new Failure(Failure.INTERNAL, backend.getMessage() + CrashLog.write(e, parsed.originalArgs()), null,
                    0, 0, null, e);
        }
        return new Failure(Failure.INTERNAL, "internal error: " + e + CrashLog.write(e, parsed.originalArgs()), null, 0,
                0, null, e);
    }

    private int report(Failure failure, List<String> args) {
        if (wantsJson(args)) {
            screen.out().println(JsonWriter.writeCompact(failure.toJson()));
        } else if (args.contains("--lifeline")) {
            // Whoever holds the life-line tells this line from warnings and says it once, at the end.
            screen.err().println("headwater: error: " + failure.text());
        } else {
            screen.err().println("headwater: " + failure.text());
        }
        return failure.exitCode();
    }
}
