package dev.headwater.core.catalog;

import dev.headwater.core.json.Position;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Creates records and reads their components by reflection. */
final class Records {
    private Records() {
    }

    /** The record of these component values; {@code null} after an error if its constructor refuses them. */
    static <T> T create(Class<T> type, List<Object> arguments, Position at, Problems problems) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                problems.error(at, refusal.getMessage());
                return null;
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be created", e);
        }
    }

    /** The value of a record's component. */
    static Object get(Object owner, String component) {
        try {
            var accessor = owner.getClass().getDeclaredMethod(component);
            accessor.trySetAccessible();
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of " + owner.getClass().getName() + " cannot be read", e);
        }
    }
}
