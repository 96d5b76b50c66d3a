package dev.headwater.trainer.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken between words so that no line is wider than a screen. */
public final class Wrapped {
    private Wrapped() {
    }

    /** The lines of a text, each after this indent; a word that is too long keeps a line of its own. */
    public static List<String> lines(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (String word : text.split(" ")) {
            if (line.length() > indent && line.length() + 1 + word.length() > Screen.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(line.length() > indent ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
