package dev.headwater.editor.diagram;

import dev.headwater.editor.scene.Family;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.osgi.framework.FrameworkUtil;

/** The bundle's icons. */
public final class Icons {
    /** Two descriptors of one file are not equal: made anew each time, each would be another image. */
    private static final Map<String, ImageDescriptor> KNOWN = new ConcurrentHashMap<>();

    private Icons() {
    }

    /** The icon of this name, also of twice the size where the screen wants it. */
    public static ImageDescriptor of(String name) {
        return KNOWN.computeIfAbsent(name, Icons::load);
    }

    private static ImageDescriptor load(String name) {
        return ImageDescriptor.createFromURLSupplier(true, () -> FileLocator.find(FrameworkUtil.getBundle(Icons.class),
                new Path("icons/" + name + ".png"), null));
    }

    /** The icon of a kind of layer: its own, or else its family's. */
    public static ImageDescriptor ofLayer(String kind) {
        return of(switch (kind) {
            case "Softmax", "Add", "Concatenate", "Multiply", "Scale" -> kind.toLowerCase(Locale.ROOT);
            default -> ofFamily(Family.of(kind));
        });
    }

    private static String ofFamily(Family family) {
        return switch (family) {
            case INPUT, DENSE, ACTIVATION, BLOCK -> family.name().toLowerCase(Locale.ROOT);
            case JOIN -> "concatenate";
            case SHAPE -> "flatten";
            case CONVOLUTION, RECURRENT, ATTENTION, NORMALIZATION, REGULARIZATION -> "family-" + family.name()
                    .toLowerCase(Locale.ROOT);
            case OTHER -> "layer";
        };
    }
}
