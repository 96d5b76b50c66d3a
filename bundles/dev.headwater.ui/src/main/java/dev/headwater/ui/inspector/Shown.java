package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.RunSnapshot;

/**
 * A snapshot on its way to the screen.
 *
 * @param picture its heat map; {@code null} if there is nothing to draw
 */
record Shown(RunSnapshot snapshot, HeatPicture picture) {
}
