package dev.valuecompass.llm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What seems to be secret in an environment by its name: a second guard, for those who do not know which key was sent. */
public final class EnvironmentKeys {
    private static final Pattern NAME =
            Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*", Pattern.CASE_INSENSITIVE);

    /** The keys of all providers are longer; shorter values may be words that everybody uses. */
    private static final int SHORTEST = 16;

    private final List<KeyMask> masks;

    private EnvironmentKeys(List<KeyMask> masks) {
        this.masks = masks;
    }

    /** Values of sixteen or more visible characters whose variable is called a key, token, secret or password. */
    public static EnvironmentKeys of(Map<String, String> environment) {
        return new EnvironmentKeys(environment.entrySet().stream()
                .filter(one -> NAME.matcher(one.getKey()).matches())
                .map(one -> one.getValue().strip())
                .filter(value -> value.length() >= SHORTEST && value.chars().allMatch(c -> c > ' ' && c < 127))
                .filter(value -> !value.startsWith("/"))
                .map(KeyMask::of)
                .toList());
    }

    /** The text without any of them. */
    public String mask(String text) {
        String clean = text;
        for (KeyMask mask : masks) {
            clean = mask.mask(clean);
        }
        return clean;
    }
}
