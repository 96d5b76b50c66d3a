package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.RunSnapshot;
import org.eclipse.swt.graphics.Image;

/**
 * A snapshot on its way to the screen. Whoever it ends with disposes its image.
 *
 * @param picture its heat map; {@code null} if there is nothing to draw
 * @param image the picture for the screen; {@code null} if there is none
 */
record Shown(RunSnapshot snapshot, HeatPicture picture, Image image) {
    /** Lets go of what will not be shown. */
    void drop() {
        if (image != null) {
            image.dispose();
        }
    }
}
