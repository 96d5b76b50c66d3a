package dev.headwater.core.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Naming;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.data.DataSource;
import dev.headwater.core.data.Dataset;
import dev.headwater.core.data.Origin;
import dev.headwater.core.json.Json;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogsTest {
    /** What a catalog must not have: in no list, without a sentence, with a default that its range forbids. */
    public record Forgotten(@Setting(about = " ", byDefault = "5", max = 4) int setting) implements DataSource {
        @Override
        public Dataset load(Origin origin) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<String> unlisted(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass one : classes) {
            for (Catalog<?> catalog : Samples.CATALOGS) {
                if (one.getModifiers().contains(JavaModifier.PUBLIC) && !one.isInterface()
                        && one.isAssignableTo(catalog.family()) && !listed(catalog, one.getName())) {
                    found.add(one.getSimpleName() + " is no entry of the catalog of " + catalog.label());
                }
            }
        }
        return found;
    }

    private static boolean listed(Catalog<?> catalog, String className) {
        return catalog.entries().stream().anyMatch(entry -> entry.type().getName().equals(className));
    }

    private static List<String> mute(Catalog<?> catalog) {
        List<String> found = new ArrayList<>();
        for (Entry<?> entry : catalog.entries()) {
            if (entry.about().isBlank()) {
                found.add(entry.name());
            }
            entry.settings().stream().filter(setting -> setting.about().isBlank())
                    .forEach(setting -> found.add(entry.name() + "." + setting.name()));
        }
        return found;
    }

    @Test
    void everyPublicImplementationIsListed() {
        JavaClasses main = new ClassFileImporter()
                .importUrl(Tensor.class.getProtectionDomain().getCodeSource().getLocation());
        assertFalse(main.stream().noneMatch(one -> one.isAssignableTo(Activation.class)));
        assertEquals(List.of(), unlisted(main));
        assertEquals(List.of("Forgotten is no entry of the catalog of data source"),
                unlisted(new ClassFileImporter().importClasses(Forgotten.class)));
    }

    @Test
    void everyEntryAndSettingHasASentence() {
        for (Catalog<?> catalog : Samples.CATALOGS) {
            assertEquals(List.of(), mute(catalog), catalog.label());
        }
        Catalog<DataSource> bad = Catalog.of("source", DataSource.class, Naming.HYPHENS, List.of(Forgotten.class));
        assertEquals(List.of("forgotten", "forgotten.setting"), mute(bad));
    }

    /** A default is what an object without the setting gives, and the same as one that says it. */
    private static <T> void assertDefaultsBind(Catalog<T> catalog) {
        for (Entry<T> entry : catalog.entries()) {
            Json.Obj shortest = Samples.shortest(catalog, entry);
            for (Component setting : entry.settings()) {
                if (!setting.byDefault().isEmpty()) {
                    assertEquals(Samples.bind(catalog, shortest),
                            Samples.bind(catalog, shortest.with(setting.name(), setting.defaultValue())),
                            entry.name() + "." + setting.name());
                }
            }
        }
    }

    @Test
    void everyDefaultBinds() {
        Samples.CATALOGS.forEach(CatalogsTest::assertDefaultsBind);
        Catalog<DataSource> bad = Catalog.of("source", DataSource.class, Naming.HYPHENS, List.of(Forgotten.class));
        assertThrows(IllegalArgumentException.class, () -> assertDefaultsBind(bad));
    }

    @Test
    void everyEntryRoundTrips() {
        for (Catalog<?> catalog : Samples.CATALOGS) {
            for (Entry<?> entry : catalog.entries()) {
                Json.Obj shortest = Samples.shortest(catalog, entry);
                assertRoundTrip(catalog, shortest);
                for (Component setting : entry.settings()) {
                    assertRoundTrip(catalog, shortest.with(setting.name(), Samples.some(setting)));
                }
            }
        }
    }

    private static <T> void assertRoundTrip(Catalog<T> catalog, Json.Obj object) {
        T value = Samples.bind(catalog, object);
        assertEquals(value, Samples.bind(catalog, Samples.BINDER.unbind(value)), object::toString);
        assertEquals(value, Samples.bind(catalog, Samples.BINDER.unbindShort(value)), object::toString);
    }
}
