package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder with one folder of images for each class, which is named by it: {@code FOLDER/cat/1.png}. PNG, JPEG, BMP and
 * GIF; all are brought to one size, {@code [height, width, 1]} or {@code [height, width, 3]}, with values in [0, 1] (see
 * {@link ImageFile}). Other files are passed over.
 *
 * <p>
 * If the folders in it are called {@code train}, {@code validation} and, perhaps, {@code test}, the classes lie in those,
 * and every image belongs to the part it lies in. Classes and images come in the order of their names.
 */
@Named(about = "a folder with one folder of images (PNG, JPEG, BMP, GIF) for each class; values in [0, 1]")
public record ImageFolder(
        @Setting(about = "Folder with the classes' folders, relative to the network file.") String folder,
        @Setting(about = "Height and width to which every image is brought, in pixels.") Shape size,
        @Setting(about = "gray, one channel, or rgb, three.", byDefault = "rgb") Color color) implements DataSource {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif");
    private static final int LARGEST = 4096;

    /** The channels of an example. */
    public enum Color {
        /** Brightness alone. */
        GRAY,
        /** Red, green, blue. */
        RGB
    }

    /** An image and what its place says about it. */
    private record Item(Path file, String label, Part part) {
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if the size is not a height and a width
     */
    public ImageFolder {
        if (size.rank() != 2 || size.extent(0) > LARGEST || size.extent(1) > LARGEST) {
            throw new IllegalArgumentException("size must be [height, width] of at most " + LARGEST
                    + " pixels each, was " + size);
        }
    }

    @Override
    public Dataset load(Origin origin) throws DataException {
        SourceFile root = SourceFile.folder(origin, folder, "folder");
        List<Item> items = new ArrayList<>();
        List<Path> inside = list(root, root.path(), true);
        boolean parts = !inside.isEmpty() && inside.stream().allMatch(one -> Part.of(name(one)).isPresent());
        for (Path one : inside) {
            if (parts) {
                for (Path label : list(root, one, true)) {
                    collect(root, label, Part.of(name(one)).orElseThrow(), items);
                }
            } else {
                collect(root, one, null, items);
            }
        }
        Collection<String> labels = new TreeSet<>(items.stream().map(Item::label).toList());
        if (labels.size() < 2) {
            throw root.refused("needs at least two folders with PNG, JPEG, BMP or GIF images, one for each class, and"
                    + (labels.isEmpty() ? " has none" : " has only " + Quoted.text(labels.iterator().next()))
                    + "; put every class's images into a folder of its own");
        }
        return read(root, items, List.copyOf(labels), parts);
    }

    private Dataset read(SourceFile root, List<Item> items, List<String> labels, boolean parts) throws DataException {
        Shape shape = Shape.of(size.extent(0), size.extent(1), color == Color.GRAY ? 1 : 3);
        root.reserve((long) items.size() * shape.size());
        float[] inputs = new float[items.size() * shape.size()];
        float[] targets = new float[items.size()];
        for (int i = 0; i < targets.length; i++) {
            Item item = items.get(i);
            targets[i] = labels.indexOf(item.label());
            try {
                ImageFile.read(item.file(), shape.extent(0), shape.extent(1), shape.extent(2), inputs, i * shape
                        .size());
            } catch (IOException e) {
                throw new DataException("cannot be used: " + reason(e)
                        + "; mend the image or take it out of the folder", item.file().toString(), -1, -1, e);
            }
        }
        return new Dataset(targets.length + " images of " + folder, shape, Shape.of(1), inputs, targets, labels,
                parts ? items.stream().map(Item::part).toArray(Part[]::new) : null);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void collect(SourceFile root, Path label, Part part, List<Item> into) throws DataException {
        for (Path file : list(root, label, false)) {
            into.add(new Item(file, name(label), part));
        }
    }

    /** The folders, or the images, in a folder, by name; hidden ones are passed over. */
    private static List<Path> list(SourceFile root, Path folder, boolean folders) throws DataException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                String name = name(one);
                String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                if (!name.startsWith(".") && (folders ? Files.isDirectory(one)
                        : ENDINGS.contains(ending) && Files.isRegularFile(one))) {
                    found.add(one);
                }
            }
        } catch (IOException e) {
            throw root.failed(e);
        }
        found.sort((a, b) -> name(a).compareTo(name(b)));
        return found;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
