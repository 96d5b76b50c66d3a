package dev.headwater.launching.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a training is, read from a line that its process prints: {@code epoch  12/300  loss 0.4213 …} at the end of an
 * epoch, {@code epoch  12/300  step 340/1,000  loss 0.4213} within one.
 *
 * @param epoch counted from 1
 * @param epochs all of them
 * @param share of all steps, from 0 to 1
 * @param loss as printed
 */
record ChildProgress(int epoch, int epochs, double share, String loss) {
    private static final Pattern LINE = Pattern.compile(
            "epoch +(\\d{1,9})/(\\d{1,9})(?:  step ([\\d,]{1,13})/([\\d,]{1,13}))?  loss (\\S+).*");

    /** What a line says; empty if it is about something else. */
    static Optional<ChildProgress> of(String line) {
        Matcher matcher = line.startsWith("epoch ") ? LINE.matcher(line) : null;
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        int epoch = Integer.parseInt(matcher.group(1));
        int epochs = Math.max(1, Integer.parseInt(matcher.group(2)));
        double done = matcher.group(3) == null ? epoch
                : epoch - 1 + number(matcher.group(3)) / Math.max(1, number(matcher.group(4)));
        return Optional.of(new ChildProgress(epoch, epochs, Math.clamp(done / epochs, 0, 1), matcher.group(5)));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }
}
