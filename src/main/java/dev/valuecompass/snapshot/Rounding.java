package dev.valuecompass.snapshot;

import dev.valuecompass.scores.Scoring;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
public final class Rounding {
    static final int DECIMALS = 6;

    private static final ClassValue<RecordShape> FORMS = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return RecordShape.of(type);
        }
    };

    private Rounding() {}

    /** The same value with every double in it rounded, in records, lists and maps at any depth; null stays null. */
    @SuppressWarnings("unchecked")
    public static <T> T frozen(T value) {
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
        if (record instanceof Scoring) {
            // What somebody wrote, not a figure: everything is computed with it as it stands.
            return record;
        }
        RecordShape form = FORMS.get(record.getClass());
        return form.holdsNumbers() ? form.rounded(record) : record;
    }

    /**
     * How a record is taken apart and put together again.
     *
     * @param holdsNumbers whether a component is a number with decimals or may hold one
     */
    private record RecordShape(List<Method> accessors, Constructor<?> constructor, boolean holdsNumbers) {
        static RecordShape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                List<Method> accessors = Arrays.stream(components)
                        .map(RecordComponent::getAccessor)
                        .toList();
                accessors.forEach(accessor -> accessor.setAccessible(true));
                return new RecordShape(
                        accessors, constructor, Arrays.stream(types).anyMatch(RecordShape::mayHold));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record has its canonical constructor", e);
            }
        }

        private static boolean mayHold(Class<?> type) {
            return type == double.class
                    || type == Double.class
                    || type.isRecord()
                    || List.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type);
        }

        Record rounded(Record record) {
            try {
                Object[] values = new Object[accessors.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = frozen(accessors.get(i).invoke(record));
                }
                return (Record) constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(
                        "cannot round a " + record.getClass().getSimpleName(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "cannot round a " + record.getClass().getSimpleName(), e);
            }
        }
    }
}
