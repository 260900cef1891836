package dev.valuecompass.snapshot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one rounding of frozen numbers: six decimals, halves to even, on the shortest decimal form of the double. What is
 * published is exactly what a recomputation rounds to. It reaches every component of a record, so a new figure is rounded
 * without a line here.
 */
final class Rounding {
    static final int DECIMALS = 6;

    private Rounding() {}

    /** The same value with every double in it rounded, in records, lists and maps at any depth; null stays null. */
    @SuppressWarnings("unchecked")
    static <T> T frozen(T value) {
        if (value instanceof Double number) {
            return (T) Double.valueOf(frozen(number.doubleValue()));
        }
        if (value instanceof Record record) {
            return (T) record(record);
        }
        if (value instanceof List<?> list) {
            return (T) list.stream().map(Rounding::frozen).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> rounded = new TreeMap<>();
            map.forEach((key, one) -> rounded.put(key, frozen(one)));
            return (T) rounded;
        }
        return value;
    }

    /** What is not finite stays as it is, for the checks to refuse. */
    static double frozen(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }

    private static Record record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = frozen(components[i].getAccessor().invoke(record));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException(
                    "cannot round a " + record.getClass().getSimpleName(), cause);
        }
    }
}
