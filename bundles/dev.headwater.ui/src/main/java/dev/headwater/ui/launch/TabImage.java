package dev.headwater.ui.launch;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The picture of a tab, made when it is first shown. */
final class TabImage {
    private static final String BUNDLE = "dev.headwater.ui";

    private final String path;
    private Image image;

    /** A picture in this bundle. */
    TabImage(String path) {
        this.path = path;
    }

    Image get() {
        if (image == null) {
            image = ResourceLocator.imageDescriptorFromBundle(BUNDLE, path).map(ImageDescriptor::createImage)
                    .orElse(null);
        }
        return image;
    }

    void dispose() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
