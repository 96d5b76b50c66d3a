package dev.headwater.trainer.input;

import dev.headwater.core.data.DataException;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.network.Problem;
import java.io.IOException;

/** The end of a command that could not do what it was asked: one sentence, its place, and the exit code. */
public final class Failure extends Exception {
    /** The job failed: it diverged, or a check found an error. */
    public static final int JOB = 1;
    /** Wrong use, or input that cannot be used. */
    public static final int INPUT = 2;
    /** A mistake of the product. */
    public static final int INTERNAL = 3;
    /** Stopped from outside. */
    public static final int STOPPED = 130;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String file;
    private final int line;
    private final int column;
    private final String node;

    /**
     * A failure at a place.
     *
     * @param file or {@code null}
     * @param line from 1; 0 or less if there is none
     * @param column from 1; 0 or less if there is none
     * @param node or {@code null}
     */
    public Failure(int exitCode, String message, String file, int line, int column, String node, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.file = file;
        this.line = line;
        this.column = column;
        this.node = node;
    }

    /** Wrong use, or input without a place. */
    public static Failure input(String message) {
        return input(message, null);
    }

    /** Something in a file that cannot be used. */
    public static Failure input(String message, String file) {
        return new Failure(INPUT, message, file, 0, 0, null, null);
    }

    /** What is wrong with a network file. */
    public static Failure of(Problem problem, String file, String more) {
        return new Failure(INPUT, problem.message() + more, file, problem.line(), problem.column(), problem.node(),
                null);
    }

    /** A file or folder that cannot be used, in the words of whoever found out. */
    public static Failure of(IOException e) {
        if (e instanceof DataException data) {
            return new Failure(INPUT, data.getMessage(), data.file(), data.line(), data.column(), null, e);
        }
        if (e instanceof JsonException json) {
            return new Failure(INPUT, json.getMessage(), json.file(), json.line(), json.column(), null, e);
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Failure(INPUT, reason, null, 0, 0, null, e);
    }

    /** The code that the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** The place and the sentence on one line: {@code FILE:LINE:COLUMN: node dense1: …}. */
    public String text() {
        return place(file, line, column) + (node == null ? "" : "node " + node + ": ") + getMessage();
    }

    /** A place in front of a message, as compilers write it; empty where there is none. */
    public static String place(String file, int line, int column) {
        if (file == null) {
            return "";
        }
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": ";
    }

    /** The object that a command prints under {@code --json}. */
    public Json.Obj toJson() {
        return Json.object().put("error", Json.object().put("message", getMessage()).put("file", file)
                .put("line", number(line)).put("column", number(column)).put("node", node).build()).build();
    }

    /** A line or column; null where there is none. */
    public static Json number(int lineOrColumn) {
        return lineOrColumn > 0 ? Json.of((long) lineOrColumn) : Json.NULL;
    }
}
