package dev.headwater.trainer.text;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command prints, and what can be shown there.
 *
 * @param out standard output
 * @param err standard error
 * @param outTerminal whether a person watches standard output, so that a line may overwrite itself
 * @param errTerminal whether a person watches standard error
 * @param unicode whether block characters arrive as such
 */
public record Screen(PrintStream out, PrintStream err, boolean outTerminal, boolean errTerminal, boolean unicode) {
    /** No line of a table or message is meant to be wider. */
    public static final int WIDTH = 100;

    /** The screen of this process. */
    public static Screen ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return new Screen(System.out, System.err, !dumb && isTerminal(1), !dumb && isTerminal(2),
                isUnicode(System.out.charset()));
    }

    /** A screen nobody watches, which writes to these streams. */
    public static Screen of(PrintStream out, PrintStream err) {
        return new Screen(out, err, false, false, isUnicode(out.charset()));
    }

    private static boolean isUnicode(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Java itself tells only whether input and output both are a terminal, so Linux is asked first. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return descriptor == 1 && System.console() != null && consoleIsTerminal();
    }

    /** Since Java 22 there is a console object without a terminal, too, and a method that tells them apart. */
    private static boolean consoleIsTerminal() {
        try {
            Method method = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(System.console()));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
