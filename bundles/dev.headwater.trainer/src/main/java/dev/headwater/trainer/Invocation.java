package dev.headwater.trainer;

/** How the user calls the program, for the commands that it suggests: they must work when they are pasted. */
final class Invocation {
    private static final String PROPERTY = "headwater.command";

    private Invocation() {
    }

    /** The command's own first word, quoted where the shell needs it. */
    static String command() {
        String command = System.getProperty(PROPERTY, "headwater");
        return command.matches("[\\w./+-]+") ? command : "'" + command.replace("'", "'\\''") + "'";
    }
}
