package dev.headwater.ui.wizards;

import java.util.Optional;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What lies in this bundle besides its classes. */
final class Resources {
    private static final String ID = "dev.headwater.ui";

    private Resources() {
    }

    /** This bundle. */
    static Bundle bundle() {
        return FrameworkUtil.getBundle(Resources.class);
    }

    /** A picture of this bundle, in the resolution of the screen. */
    static Optional<ImageDescriptor> image(String path) {
        return ResourceLocator.imageDescriptorFromBundle(ID, path);
    }
}
