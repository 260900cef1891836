package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses, also spelt out, and accounts on platforms. */
final class Accounts implements Rule {
    private static final String PLATFORMS =
            "telegram|whats ?app|discord|instagram|snapchat|wechat|tiktok|signal|twitter|facebook|onlyfans|patreon|line|viber|skype|reddit|youtube";
    private static final Rule RULE = Rule.any(
            Pattern.compile("@|(?i)\\w_(?:at|dot)_\\w"),
            Pattern.compile("(?i)[(\\[{<] ?(?:at|ät|arroba) ?[)\\]}>]"),
            Pattern.compile("(?i)\\b[\\w.-]{2,64} at [\\w-]{2,63} (?:dot|punkt|punto) \\p{L}{2,}"),
            Pattern.compile(
                    "(?i)\\be-?mail (?:me|us|him|her|them)? ?(?:at|to|address) ?:? ?[\\w.-]{3,}[\\w]\\b(?= at\\b|\\.)"),
            Pattern.compile("(?i)\\b(?:on|via|over) (?:" + PLATFORMS
                    + ") (?:as|under|at|user|handle|id)\\b ?(?:name )?:? ?\\S+"),
            Pattern.compile(
                    "(?i)\\b(?:" + PLATFORMS
                            + ") ?(?:handle|username|user ?name|id|account|channel|group|page)(?: ?:| (?:is|called|named)) ?\\S+"),
            Pattern.compile("(?i)\\b(?:" + PLATFORMS + ") ?: ?[\\w.]+"));

    @Override
    public Optional<String> find(String text) {
        return RULE.find(text);
    }
}
