package dev.headwater.editor.properties;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The images and measures of forms. The images live as long as a control. */
final class Icons {
    private static final String BUNDLE = "dev.headwater.editor"; //$NON-NLS-1$
    private static final int ROOM = 3;
    private static final int LABEL = 18;

    private final LocalResourceManager images;
    private final Composite owner;
    private int buttonWidth;

    Icons(Composite owner) {
        this.owner = owner;
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

    /** The width of a tool bar with one of the images, so that a form can keep room for one. */
    int buttonWidth() {
        if (buttonWidth == 0) {
            ToolBar bar = new ToolBar(owner, SWT.FLAT);
            new ToolItem(bar, SWT.PUSH).setImage(restore());
            buttonWidth = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            bar.dispose();
        }
        return buttonWidth;
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
