package dev.headwater.ui.tests.robot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;

/** Takes pictures of the display and keeps them in the folder {@code headwater.robot.pictures}, numbered. */
final class Pictures {
    private static int taken;
    private final Display display;
    private final Path folder = Path.of(System.getProperty("headwater.robot.pictures", "target/screenshots"));

    Pictures(Display display) {
        this.display = display;
    }

    Path take(String name) {
        AtomicReference<ImageData> data = new AtomicReference<>();
        display.syncExec(() -> {
            Image image = new Image(display, display.getBounds());
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            data.set(image.getImageData());
            image.dispose();
        });
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException e) {
            throw new AssertionError(e.toString(), e);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data.get()};
        Path file = folder.resolve(String.format("%02d-%s.png", ++taken, name));
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }
}
