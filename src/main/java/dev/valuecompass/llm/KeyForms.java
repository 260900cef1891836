package dev.valuecompass.llm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What a key may look like once {@link Letters} has read it: as it is, backwards, in hexadecimal digits, and in Base64
 * behind anything, such as {@code Bearer} or a user's name.
 */
final class KeyForms {
    /** Words at its beginning, each with what divides it from the next: {@code github_pat_}, {@code sk-no-key-required}. */
    private static final Pattern WORDS = Pattern.compile("((?:[A-Z]?[a-z]{0,11}|[A-Z]{1,12})(?:[-_.:/]+|$))++");

    private final LongStream.Builder secret = LongStream.builder();
    private final LongStream.Builder words = LongStream.builder();
    private final String key;

    KeyForms(String key) {
        this.key = key;
        plain();
        secretly(new StringBuilder(key).reverse().toString());
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        secretly(HexFormat.of().formatHex(bytes));
        base64(bytes).forEach(this::secretly);
    }

    KeyPieces secret() {
        return new KeyPieces(secret.build());
    }

    /** Those of the key's own words: anybody may use them. */
    KeyPieces words() {
        return new KeyPieces(words.build());
    }

    private void plain() {
        Matcher leading = WORDS.matcher(key);
        boolean single = key.chars().allMatch(Character::isLetter);
        int end = !single && leading.lookingAt() ? leading.end() : 0;
        each(key, false, (piece, to) -> (to <= end ? words : secret).add(piece));
        each(key, true, (piece, to) -> (to <= end ? words : secret).add(piece));
    }

    private void secretly(String form) {
        each(form, false, (piece, to) -> secret.add(piece));
        each(form, true, (piece, to) -> secret.add(piece));
    }

    /** What stands before it decides how its bytes fall into the groups of three; the first characters are of both. */
    private static List<String> base64(byte[] key) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + key.length];
            System.arraycopy(key, 0, shifted, before, key.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(whole.substring(before == 0 ? 0 : before + 1));
        }
        return forms;
    }

    private interface FormSink {
        void take(long piece, int to);
    }

    /** @param bare whether only letters and digits count */
    private static void each(String form, boolean bare, FormSink taker) {
        Letters letters = new Letters(form);
        MaskWindow window = new MaskWindow();
        while (letters.next()) {
            if ((!bare || letters.bare()) && window.push(letters.code(), letters.from())) {
                taker.take(window.piece(), letters.to());
            }
        }
    }
}
