package dev.headwater.editor.properties;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** The images and measures of forms. The images live as long as a control. */
final class Icons {
    private static final String BUNDLE = "dev.headwater.editor"; //$NON-NLS-1$
    private static final int ROOM = 3;
    private static final int LABEL = 18;

    private final LocalResourceManager images;

    Icons(Control owner) {
        images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** An arrow that goes back. */
    Image restore() {
        return image("restore"); //$NON-NLS-1$
    }

    /** A cross. */
    Image remove() {
        return image("remove"); //$NON-NLS-1$
    }

    private Image image(String name) {
        return images.create(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".png").orElseThrow()); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** The width of the labels of all forms, so that their fields stand in one column. */
    static int labelWidth(Control control) {
        return new PixelConverter(control).convertWidthInCharsToPixels(LABEL);
    }

    /** The room that the mark of an error needs beside a control. */
    static int decorationWidth() {
        return FieldDecorationRegistry.getDefault().getMaximumDecorationWidth() + ROOM;
    }
}
