package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.trainer.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExitCodesTest {
    @Test
    void withoutACommandThereIsHelp() {
        Cli cli = Cli.run().ok();
        for (String command : List.of("train", "inspect", "check", "catalog", "reproduce", "generate-completion")) {
            assertTrue(cli.out().contains("  " + command), cli.out());
        }
    }

    @Test
    void helpAndVersionAreEverywhere() {
        for (String command : List.of("train", "inspect", "check", "catalog", "reproduce")) {
            assertTrue(Cli.run(command, "--help").ok().out().startsWith("Usage: headwater " + command));
            assertTrue(Cli.run(command, "--version").ok().out().startsWith("headwater "));
        }
        assertEquals(1, Cli.run("--version").ok().out().lines().count());
    }

    @Test
    void wrongUseIsTwoAndSaysHow() {
        Cli.run("tran").refused(2, "tran", "did you mean train");
        Cli.run("train").refused(2, "NETWORK", "headwater train --help");
        Cli.run("train", "x.headwater", "--epoch").refused(2, "--epoch");
        Cli.run("train", "x.headwater", "--epochs", "many").refused(2, "--epochs", "many");
        Cli json = Cli.run("train", "x.headwater", "--nonsense", "--json");
        assertEquals(2, json.code());
        assertTrue(json.json().object("error").text("message", "").contains("--nonsense"));
        assertEquals("", json.err());
    }

    @Test
    void shellCompletionKnowsTheCommands() {
        String script = Cli.run("generate-completion").ok().out();
        assertTrue(script.contains("inspect") && script.contains("--resume"));
    }

    @Test
    void anInternalErrorIsThreeAndNamesItsLog() {
        CommandLine command = new CommandLine(new Broken());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        command.setExecutionExceptionHandler(
                new ErrorReport(Screen.of(stream, stream)));
        assertEquals(3, command.execute());
        String message = err.toString(StandardCharsets.UTF_8);
        assertTrue(message.matches("(?s)headwater: internal error: .*the details are in .*\\.log\\s*"), message);
        assertEquals(1, message.lines().count());
        String file = message.strip().replaceFirst(".*the details are in ", "");
        assertTrue(new File(file).delete());
    }

    @CommandLine.Command(name = "broken")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("on purpose");
        }
    }
}
