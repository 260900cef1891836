package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R58: no eight characters of a key in a row outlive the mask, whatever form the key is in and wherever it is cut. */
class KeyMaskTest {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEX = "0123456789abcdef";
    private static final String ALL = visible();
    private static final int RUN = 8;

    private static String visible() {
        StringBuilder all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c == '%' || c == '&' || c == '\\' ? '.' : c);
        }
        return all.toString();
    }

    private static String key(Random random, String signs) {
        StringBuilder key = new StringBuilder(random.nextBoolean() ? "sk-" : "");
        int length = 16 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            key.append(signs.charAt(random.nextInt(signs.length())));
        }
        return key.toString();
    }

    private static String each(String text, UnaryOperator<String> form) {
        return text.chars().mapToObj(Character::toString).map(form).collect(Collectors.joining());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that holds the key in some form, and what takes the form away again. */
    private record Form(UnaryOperator<String> put, UnaryOperator<String> undo) {}

    private static Form undone(UnaryOperator<String> put, String what, String with) {
        return new Form(put, text -> text.replaceAll(what, with));
    }

    private static Form same(UnaryOperator<String> put) {
        return new Form(put, UnaryOperator.identity());
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("plain", same(key -> key));
        forms.put("capitals", same(key -> key.toUpperCase(Locale.ROOT)));
        forms.put("address", same(key -> URLEncoder.encode(key, StandardCharsets.UTF_8)));
        forms.put("blanks", undone(key -> String.join(" ", key.split("")), "\\s", ""));
        forms.put("zero width", undone(key -> each(key, c -> c + "\u200b\ufeff\u2060\u00ad"), "\\p{Cf}", ""));
        forms.put("controls", undone(key -> each(key, c -> c + "\u0001\u009b\r\n"), "\\p{Cc}", ""));
        forms.put("halves", undone(key -> each(key, c -> c + "\ud800"), "\\p{Cs}", ""));
        forms.put("tags", undone(key -> each(key, c -> c + "\udb40\udc41"), "\\p{Cf}", ""));
        forms.put("marks", undone(key -> each(key, c -> c + "\u0336"), "\\p{Mn}", ""));
        forms.put("backwards", new Form(KeyMaskTest::reversed, KeyMaskTest::reversed));
        forms.put(
                "mathematical",
                new Form(
                        key -> each(key, KeyMaskTest::bold), text -> Normalizer.normalize(text, Normalizer.Form.NFKC)));
        forms.put(
                "wide",
                new Form(
                        key -> each(key, c -> Character.toString(c.charAt(0) + 0xfee0)),
                        text -> each(text, c -> c.charAt(0) > 0xff00 ? Character.toString(c.charAt(0) - 0xfee0) : c)));
        return forms;
    }

    private static String bold(String letter) {
        char c = letter.charAt(0);
        return c >= 'a' && c <= 'z' ? Character.toString(0x1d41a + c - 'a') : letter;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Encodings, of which no eight characters in a row may be left either. */
    private static Map<String, UnaryOperator<String>> encodings() {
        Map<String, UnaryOperator<String>> codes = new LinkedHashMap<>();
        codes.put("every sign percent-encoded", key -> each(key, c -> "%" + hex(c)));
        codes.put("percent-encoded twice", key -> each(key, c -> "%25" + hex(c).toUpperCase(Locale.ROOT)));
        codes.put("JSON", key -> each(key, c -> "\\u00" + hex(c)));
        codes.put("JSON in JSON", key -> each(key, c -> "\\\\u00" + hex(c)));
        codes.put("JavaScript", key -> each(key, c -> "\\x" + hex(c)));
        codes.put("braces", key -> each(key, c -> "\\u{" + hex(c) + "}"));
        codes.put("octal", key -> each(key, c -> "\\" + String.format("%03o", (int) c.charAt(0))));
        codes.put("HTML", key -> each(key, c -> "&#" + (int) c.charAt(0) + ";"));
        codes.put("HTML, hexadecimal", key -> each(key, c -> "&#x" + hex(c) + ";"));
        codes.put("HTML in HTML", key -> each(key, c -> "&amp;#0" + (int) c.charAt(0) + ";"));
        codes.put("hexadecimal", KeyMaskTest::hex);
        codes.put("hexadecimal, capital", key -> hex(key).toUpperCase(Locale.ROOT));
        codes.put("hexadecimal with colons", key -> each(key, c -> hex(c) + ":"));
        codes.put("hexadecimal numbers", key -> each(key, c -> "0x" + hex(c) + ", "));
        for (String before : new String[] {"", "Bearer ", ":", "a:", "user:"}) {
            codes.put("Base64 of '" + before + "' and the key", key -> base64(before + key));
            codes.put(
                    "Base64 of an address of '" + before + "'",
                    key -> base64(before + key).replace('+', '-').replace('/', '_'));
            codes.put("Base64 of '" + before + "', the key and more", key -> base64(before + key + "\" and more"));
            codes.put(
                    "Base64 in lines of '" + before + "'",
                    key -> Base64.getMimeEncoder(16, new byte[] {'\n'})
                            .encodeToString((before + key).getBytes(StandardCharsets.UTF_8)));
        }
        return codes;
    }

    static Stream<String> alphabets() {
        return Stream.of(SIGNS, SMALL, HEX, ALL);
    }

    /** So that a failure names the key. */
    private static void expectNoRun(String key, String masked, String what) {
        String text = masked.toLowerCase(Locale.ROOT);
        String searched = key.toLowerCase(Locale.ROOT);
        for (int i = 0; i + RUN <= searched.length(); i++) {
            assertThat(text.contains(searched.substring(i, i + RUN)))
                    .as("%s: '%s' of key %s in: %s", what, key.substring(i, i + RUN), key, masked)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void noRunOfAKeySurvivesInAnyFormCutAnywhere(String signs) {
        Random random = new Random(58);
        for (int round = 0; round < 12; round++) {
            String key = key(random, signs);
            KeyMask mask = KeyMask.of(key);
            forms().forEach((name, form) -> {
                String put = form.put().apply(key);
                String text = "no such key: '" + put + "', ask for another";
                for (int i = 0; i < 40; i++) {
                    int from = random.nextInt(text.length());
                    int to = from + random.nextInt(text.length() - from + 1);
                    expectNoRun(key, form.undo().apply(mask.mask(text.substring(from, to))), name);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("alphabets")
    void noRunOfItsEncodingsSurvivesEither(String signs) {
        Random random = new Random(59);
        for (int round = 0; round < 8; round++) {
            String key = key(random, signs);
            KeyMask mask = KeyMask.of(key);
            encodings().forEach((name, encoding) -> {
                String whole = encoding.apply(key);
                String masked = mask.mask("it says " + whole + " there");
                // What is left before and behind the key is of what it was encoded with, and of one sign of the key.
                assertThat(masked)
                        .as(name + " of " + key)
                        .contains(KeyMask.MASK)
                        .hasSizeLessThan(65);
                int from = random.nextInt(whole.length() / 2);
                int to = from + whole.length() / 2;
                String cut = mask.mask(whole.substring(from, to));
                assertThat(cut.replace(KeyMask.MASK, "").length())
                        .as("%s of %s, cut: %s", name, key, cut)
                        .isLessThan(Math.max(24, (to - from) / 2));
            });
        }
    }

    @Test
    void theCommonShortFormStaysAndLongerOnesDoNot() {
        KeyMask mask = KeyMask.of("sk-proj-Ab3dE6gH9jK2mN5pQ8sT1vW4");
        assertThat(mask.mask("Incorrect API key provided: sk-…1vW4."))
                .isEqualTo("Incorrect API key provided: sk-…1vW4.");
        assertThat(mask.mask("sk-proj-Ab3****vW4")).isEqualTo("[key]****vW4");
        assertThat(mask.mask("sk-*****sT1vW4")).isEqualTo("sk-*****sT1vW4");
        assertThat(mask.mask("sk-*****Q8sT1vW4")).isEqualTo("sk-*****[key]");
    }

    @ParameterizedTest
    @CsvSource({
        "sk-no-key-required, A key is not required here, true",
        "sk-no-key-required, no key required, true",
        "sk-no-key-required, sk-no-key-required, false",
        "sk-no-key-required, SK-NO-KEY, false",
        "sk-no-key-required, -key-required, false",
        "local-development-key, The development of Developments, true",
        "sk-test-development-81ab77c0, development, true",
        "sk-test-development-81ab77c0, development-81, false",
        "github_pat_11ABCDEFG0abcdefgh, GitHub pages and patches, true",
        "github_pat_11ABCDEFG0abcdefgh, github_pat_11, false",
        "developments, developments, false",
        "EMPTY, an EMPTY room, true",
        "abcdefgh, abcdefgh, false"
    })
    void wordsThatAKeyHasStayWhereTheyAreWords(String key, String text, boolean stays) {
        assertThat(KeyMask.of(key).mask(text).equals(text)).isEqualTo(stays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%41b%42c%43d%44", "\\\\\\\\\\\\\\\\\\", "&lt;&lt;&lt;", "((((((((("})
    void aKeyOfEscapesIsTakenOutAsItIs(String key) {
        assertThat(KeyMask.of(key).mask("it is " + key + "!")).isEqualTo("it is [key]!");
    }

    @Test
    void theRestOfATextStaysAsItIs() {
        String key = "sk-Ab3dE6gH9jK2mN5pQ8sT1vW4";
        String text = "100% of \u00e4pfel &amp; \\u0041, 0x41: \ud83d\ude00 \ud800 %4 &#; \\";
        assertThat(KeyMask.of(key).mask(text)).isSameAs(text);
        assertThat(KeyMask.of(key).mask(text + key + text)).isEqualTo(text + "[key]" + text);
        assertThat(KeyMask.NONE.mask(key)).isSameAs(key);
        assertThat(KeyMask.of(key)).hasToString("[key]");
    }

    /** A megabyte of what is worst for a reader that looks ahead or turns back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "&amp;",
                "&#",
                "&#0",
                "\\",
                "\\u",
                "\\u{0",
                "0x",
                "sk-Ab3d",
                "\ud800",
                "\uff41",
                "\u0000",
                "q ",
                "sk-Ab3dE6gH9jK2mN5pQ8sT1vW4"
            })
    void aMegabyteTakesNoSecond(String piece) {
        KeyMask mask = KeyMask.of("sk-Ab3dE6gH9jK2mN5pQ8sT1vW4");
        String text = piece.repeat(1_000_000 / piece.length());
        // Of this thread alone: others may keep the machine busy.
        ThreadMXBean time = ManagementFactory.getThreadMXBean();
        long start = time.getCurrentThreadCpuTime();
        String masked = mask.mask(text);
        assertThat(time.getCurrentThreadCpuTime() - start).isLessThan(1_000_000_000L);
        expectNoRun("sk-Ab3dE6gH9jK2mN5pQ8sT1vW4", masked, piece);
    }
}
