package dev.valuecompass.io;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes doubles and refuses those that JSON cannot say: a NaN that reaches a file is a bug, never a value. */
final class FiniteNumbers extends StdSerializer<Double> {
    FiniteNumbers() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
        json.writeNumber(value);
    }
}
