package dev.valuecompass.io;

/**
 * Writes a JSON text piece by piece, in the very characters of {@link Json#line}, into a text: for the records of a call,
 * where looking a serializer up and copying texts character by character was a tenth of the processor time. It does not
 * check that names and values alternate.
 */
public final class JsonText {
    private static final String[] SHORT = new String['\\' + 1];

    static {
        SHORT['\b'] = "\\b";
        SHORT['\t'] = "\\t";
        SHORT['\n'] = "\\n";
        SHORT['\f'] = "\\f";
        SHORT['\r'] = "\\r";
        SHORT['"'] = "\\\"";
        SHORT['\\'] = "\\\\";
    }

    private final StringBuilder text;
    private boolean comma;

    /** @param usualLength characters that are expected */
    public JsonText(int usualLength) {
        text = new StringBuilder(usualLength);
    }

    /** Begins an object or an array, with <code>{</code> or {@code [}. */
    public JsonText begin(char bracket) {
        separate();
        text.append(bracket);
        comma = false;
        return this;
    }

    /** Ends it, with <code>}</code> or {@code ]}. */
    public JsonText end(char bracket) {
        text.append(bracket);
        comma = true;
        return this;
    }

    /** The name of the value that follows. */
    public JsonText name(String name) {
        separate();
        quote(name);
        text.append(':');
        comma = false;
        return this;
    }

    /** A text; null becomes {@code null}. */
    public JsonText value(String value) {
        if (value == null) {
            return raw("null");
        }
        separate();
        quote(value);
        return this;
    }

    /** JSON as it stands. */
    public JsonText raw(String json) {
        separate();
        text.append(json);
        return this;
    }

    /** A number, a truth value, a text or null; numbers that JSON does not have are refused as everywhere. */
    public JsonText scalar(Object value) {
        if (value == null) {
            return raw("null");
        }
        if (value instanceof String string) {
            return value(string);
        }
        boolean plain = value instanceof Integer
                || value instanceof Boolean
                || value instanceof Double number && Double.isFinite(number);
        return raw(plain ? value.toString() : Json.line(value));
    }

    private void separate() {
        if (comma) {
            text.append(',');
        }
        comma = true;
    }

    private void quote(String value) {
        text.append('"');
        int done = 0;
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value.substring(done, i)).append(escape(c));
                done = i + 1;
            }
        }
        text.append(done == 0 ? value : value.substring(done)).append('"');
    }

    private static String escape(char c) {
        return SHORT[c] == null ? String.format("\\u%04X", (int) c) : SHORT[c];
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
