package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.RunStatus;
import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The icons of the inspector. */
final class Icons {
    static final ImageDescriptor FOLLOW = icon("inspector-follow");
    static final ImageDescriptor PIN = icon("inspector-pin");
    static final ImageDescriptor QUANTITY = icon("inspector-quantity");

    private Icons() {
    }

    /** The icon of a run that stands so. */
    static ImageDescriptor of(RunStatus status) {
        return icon("run-" + status.name().toLowerCase(Locale.ROOT));
    }

    private static ImageDescriptor icon(String name) {
        return ResourceLocator.imageDescriptorFromBundle("dev.headwater.ui", "icons/" + name + ".png")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
